/**
 * Channel rules: by which channel a touch came, told by the source and medium that its link carried.
 *
 * The rules are tried in order, the first that fits holds. They follow Google's default channel group of GA4
 * (support.google.com/analytics/answer/9756891) with our words; the same table is used for web analytics files, for
 * events that come in, and for links that are checked, in TypeScript and in SQL. Compared without case and outer space.
 * Null: the link says neither, and nothing else tells.
 */
export type ChannelRule = {
  readonly channel: string;
  /** Whole values of the source; absent: any. */
  readonly sources?: readonly string[];
  /** Whole values of the medium; absent: any. */
  readonly mediums?: readonly string[];
  /** Fits a medium; both in the words of RE2 and JavaScript. */
  readonly medium?: string;
};

const SEARCH =
  'google bing duckduckgo yahoo yandex baidu ecosia qwant startpage brave search.brave.com ask aol naver seznam google.com bing.com'.split(
    ' ',
  );
const SOCIAL =
  'facebook fb meta instagram ig linkedin linkedin.com lnkd.in twitter x t.co x.com tiktok pinterest reddit snapchat xing mastodon bluesky threads facebook.com m.facebook.com l.facebook.com instagram.com l.instagram.com reddit.com'.split(
    ' ',
  );
const VIDEO = 'youtube youtube.com vimeo vimeo.com wistia twitch dailymotion'.split(' ');
const MAIL = ['email', 'e-mail', 'e_mail', 'e mail', 'newsletter', 'mail', 'mailing'];
const PAID = '^(.*cp.*|ppc|retargeting|paid.*)$';

export const CHANNEL_RULES: readonly ChannelRule[] = [
  { channel: 'Direct', sources: ['(direct)', 'direct'], mediums: ['(none)', '(not set)', 'none', ''] },
  { channel: 'Paid search', sources: SEARCH, medium: PAID },
  { channel: 'Paid social', sources: SOCIAL, medium: PAID },
  { channel: 'Paid video', sources: VIDEO, medium: PAID },
  // A medium that says it all, whatever the source is called.
  { channel: 'Paid social', mediums: ['paid_social', 'paid-social', 'paidsocial', 'paid social', 'social_paid', 'social-paid'] },
  { channel: 'Paid search', mediums: ['paid_search', 'paid-search', 'paidsearch', 'paid search', 'sem'] },
  { channel: 'Display', mediums: ['display', 'banner', 'expandable', 'interstitial', 'cpm'] },
  { channel: 'Paid other', medium: PAID },
  { channel: 'Email', sources: MAIL },
  { channel: 'Email', mediums: MAIL },
  { channel: 'Social', sources: SOCIAL },
  {
    channel: 'Social',
    mediums: ['social', 'social-network', 'social-media', 'sm', 'social network', 'social media', 'organic_social', 'organic-social'],
  },
  { channel: 'Video', sources: VIDEO },
  { channel: 'Video', medium: '^(.*video.*)$' },
  { channel: 'Organic search', sources: SEARCH },
  { channel: 'Organic search', mediums: ['organic'] },
  { channel: 'Webinar', mediums: ['webinar'] },
  { channel: 'Event', mediums: ['event', 'offline', 'fair', 'qr', 'print'] },
  { channel: 'Partner', mediums: ['partner'] },
  { channel: 'Affiliate', mediums: ['affiliate', 'affiliates'] },
  { channel: 'Referral', mediums: ['referral', 'app', 'link'] },
  { channel: 'Audio', mediums: ['audio', 'podcast'] },
  { channel: 'SMS', sources: ['sms'] },
  { channel: 'SMS', mediums: ['sms'] },
  { channel: 'Push', medium: '^(.*push|mobile|notification)$' },
];

/** What is neither known nor empty. */
const OTHER = 'Other';

const fold = (text: string | null | undefined): string => (text ?? '').trim().toLowerCase();

/** The channel that source and medium tell; null where both are empty. `Other` where no rule knows them. */
export const channelOf = (source: string | null | undefined, medium: string | null | undefined): string | null => {
  const [s, m] = [fold(source), fold(medium)];
  if (s === '' && m === '') return null;
  const rule = CHANNEL_RULES.find(
    ({ sources, mediums, medium: like }) =>
      (sources === undefined || sources.includes(s)) &&
      (mediums === undefined || mediums.includes(m)) &&
      (like === undefined || new RegExp(like).test(m)),
  );
  return rule?.channel ?? OTHER;
};

/** The same as SQL, over two expressions. */
export const channelSql = (source: string, medium: string): string => {
  const [s, m] = [`lower(trim(coalesce(${source}, '')))`, `lower(trim(coalesce(${medium}, '')))`];
  const list = (values: readonly string[]): string => values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ');
  const when = ({ channel, sources, mediums, medium: like }: ChannelRule): string => {
    const parts = [
      ...(sources ? [`${s} in (${list(sources)})`] : []),
      ...(mediums ? [`${m} in (${list(mediums)})`] : []),
      ...(like ? [`regexp_matches(${m}, '${like}')`] : []),
    ];
    return `when ${parts.join(' and ')} then '${channel}'`;
  };
  return `case when ${s} = '' and ${m} = '' then null ${CHANNEL_RULES.map(when).join(' ')} else '${OTHER}' end`;
};
