/**
 * Free mail: domains under which anybody gets an address, and those that throw addresses away. An address under one of
 * them says nothing about the account.
 *
 * Source: written for Lockstep out of the providers' own pages, CC0; kept short on purpose: the large lists on the web are
 * of unclear licence and hold company domains by mistake. A domain that is missing here shows up as one with many accounts,
 * or on the review list, where a person denies it.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Domains of providers that serve anybody. */
export const FREE_MAIL: readonly string[] = words(`
  gmail.com googlemail.com outlook.com outlook.de outlook.fr outlook.es outlook.it outlook.jp hotmail.com hotmail.co.uk hotmail.de
  hotmail.fr hotmail.it hotmail.es hotmail.nl hotmail.se live.com live.co.uk live.de live.fr live.nl live.it live.se msn.com
  passport.com windowslive.com yahoo.com yahoo.co.uk yahoo.de yahoo.fr yahoo.es yahoo.it yahoo.ca yahoo.in yahoo.co.in yahoo.co.jp
  yahoo.com.br yahoo.com.au yahoo.com.mx yahoo.com.ar ymail.com rocketmail.com aol.com aol.de aim.com verizon.net att.net sbcglobal.net
  bellsouth.net comcast.net cox.net charter.net earthlink.net optonline.net frontier.com juno.com netzero.net windstream.net
  icloud.com me.com mac.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.io tuta.com tutamail.com
  fastmail.com fastmail.fm hushmail.com mailbox.org posteo.de posteo.net runbox.com startmail.com zoho.com zohomail.com zohomail.eu
  mail.com email.com usa.com europe.com consultant.com engineer.com myself.com post.com gmx.com gmx.de gmx.net gmx.at gmx.ch gmx.fr
  gmx.co.uk gmx.us web.de t-online.de freenet.de arcor.de online.de 1und1.de kabelmail.de vodafone.de vodafonemail.de o2mail.de
  magenta.de unitybox.de netcologne.de bluewin.ch sunrise.ch hispeed.ch swissonline.ch aon.at chello.at inode.at a1.net utanet.at
  orange.fr wanadoo.fr free.fr sfr.fr laposte.net neuf.fr bbox.fr numericable.fr club-internet.fr aliceadsl.fr libero.it virgilio.it
  alice.it tin.it tiscali.it tim.it iol.it fastwebnet.it email.it inwind.it telefonica.net terra.es ono.com sapo.pt mail.telepac.pt
  clix.pt btinternet.com btopenworld.com sky.com talktalk.net virginmedia.com virgin.net ntlworld.com blueyonder.co.uk tiscali.co.uk
  plusnet.com o2.co.uk eircom.net ziggo.nl kpnmail.nl planet.nl xs4all.nl hetnet.nl home.nl upcmail.nl casema.nl telenet.be skynet.be
  proximus.be scarlet.be telia.com telia.se spray.se bredband.net comhem.se online.no getmail.no broadpark.no tdc.dk tdcadsl.dk
  stofanet.dk mail.dk jubii.dk kolumbus.fi elisanet.fi luukku.com suomi24.fi wp.pl o2.pl onet.pl onet.eu op.pl interia.pl interia.eu
  poczta.onet.pl gazeta.pl tlen.pl seznam.cz email.cz centrum.cz volny.cz post.cz azet.sk zoznam.sk centrum.sk freemail.hu citromail.hu
  t-online.hu indamail.hu abv.bg mail.bg yahoo.gr otenet.gr mail.ru bk.ru inbox.ru list.ru internet.ru yandex.ru yandex.com ya.ru
  rambler.ru ukr.net i.ua meta.ua bigmir.net inbox.lv mail.ee qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com
  aliyun.com 139.com 189.cn 21cn.com naver.com hanmail.net daum.net nate.com kakao.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp
  i.softbank.jp nifty.com ocn.ne.jp rediffmail.com indiatimes.com sify.com bol.com.br uol.com.br terra.com.br ig.com.br globo.com
  globomail.com zipmail.com.br r7.com hotmail.com.br hotmail.com.ar fibertel.com.ar arnet.com.ar prodigy.net.mx shaw.ca rogers.com
  sympatico.ca bell.net telus.net videotron.ca bigpond.com bigpond.net.au optusnet.com.au iinet.net.au tpg.com.au internode.on.net
  xtra.co.nz slingshot.co.nz mweb.co.za telkomsa.net vodamail.co.za webmail.co.za walla.com walla.co.il netvision.net.il 012.net.il
  duck.com hey.com privaterelay.appleid.com relay.firefox.com mozmail.com simplelogin.com skiff.com disroot.org riseup.net lycos.com
  excite.com inbox.com care2.com linuxmail.org`);

/** Domains of addresses that live for minutes. */
export const DISPOSABLE: readonly string[] = words(`
  mailinator.com guerrillamail.com guerrillamail.net guerrillamail.org guerrillamailblock.com sharklasers.com grr.la 10minutemail.com
  10minutemail.net tempmail.com temp-mail.org temp-mail.io tempmailo.com tempmail.net tempail.com trashmail.com trashmail.de
  trashmail.net trash-mail.com wegwerfmail.de wegwerfmail.net wegwerfmail.org spoofmail.de einrot.com yopmail.com yopmail.fr yopmail.net
  cool.fr.nf jetable.org jetable.net throwawaymail.com throwaway.email dispostable.com discard.email discardmail.com discardmail.de
  getnada.com nada.email maildrop.cc mailcatch.com mailnesia.com mailnull.com mintemail.com mohmal.com moakt.com mytemp.email
  fakeinbox.com fakemail.net emailondeck.com burnermail.io spamgourmet.com spam4.me spambog.com spambox.us mail-temporaire.fr
  mail-temp.com minuteinbox.com inboxkitten.com inboxbear.com tempinbox.com tempr.email emailtemporanea.net crazymailing.com
  byom.de anonbox.net mvrht.net luxusmail.org harakirimail.com 33mail.com incognitomail.org meltmail.com mailexpire.com
  example.com example.org example.net test.com invalid.com`);
