/** Foundational work and campaigns: how each helps later, as it was written down. */
export const FOUNDATIONS: { readonly [work: string]: string } = {
  'mail-consent': 'Without consent on record we may not write to anybody. Everything that goes out by mail rests on this list.',
  'crm-accounts':
    'Two thirds of our plan talk to accounts. While one company stands there under three names, no number about it can be right.',
  'crm-stages': 'Until sales and marketing read the stages the same way, every quarter would begin with an argument about the last one.',
  'link-names': 'With one naming rule, each visit can be traced to the campaign that paid for it. Without it we guess for another year.',
  'double-contacts': 'Four hundred people get each mail twice. They are among our best customers, and they are the ones who complain.',
  'consent-renewal': 'The law asks for it, and from the third quarter on all outreach stands on these answers.',
  'monday-report': 'One source for the numbers of the Monday meeting saves each quarter’s Guidepoint a week of dispute.',
  'cost-codes': 'Return on a campaign can be computed only when its invoices carry its name.',
  'deal-contacts': 'A deal with one contact shows one path. With all five, finance can trace the talk back to what we did.',
  'badge-lists': 'Every event we pay for is invisible until its list is loaded. This makes the next ten events count.',
  'routing-rules': 'A lead that two people call is lost twice. Rules now mean that the outreach waves do not run into a wall.',
  'crm-owner': 'One owner for each account is what the routing rules route to.',
  accessibility: 'From next year public shippers may not buy from a site that a screen reader cannot read.',
};
