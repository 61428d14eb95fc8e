import { parse } from "tldts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Local parts that reach a desk and not a person (RFC 2142, and the same words elsewhere). */
const ROLES = words(`
  info information sales support contact contactus hello hi admin administrator office help helpdesk
  marketing billing accounts accounting accountspayable ap ar hr jobs job careers recruitment press
  media noreply donotreply postmaster webmaster hostmaster abuse security privacy legal compliance
  team enquiries enquiry inquiries inquiry service services customerservice customercare
  customersupport orders order newsletter news feedback mail email it finance purchasing procurement
  invoice invoices root sysadmin staff general reception events partners partner subscribe
  unsubscribe mailerdaemon noc ftp www usenet uucp everyone all shop store bookings reservations
  kontakt kontor post firmapost salg faktura vertrieb verkauf buchhaltung bewerbung zentrale anfrage
  rechnung ventas contacto comercial administracion facturacion soporte ventes accueil commercial
  contato vendas financeiro vendite amministrazione segreteria ufficio acquisti kontakta forsaljning
  myynti tiedustelut verkoop inkoop administratie biuro sprzedaz obchod iletisim satis
`);

/** Mail providers for private persons. A list package takes this place with the enrichment chain. */
const FREE = words(`
  gmail.com googlemail.com outlook.com outlook.de outlook.fr outlook.es outlook.it msn.com
  live.com live.co.uk live.no live.se live.dk live.fr live.de live.nl live.it live.be live.ca
  live.com.au live.jp live.cn windowslive.com passport.com icloud.com me.com mac.com aol.com aim.com
  web.de mail.ru bk.ru inbox.ru list.ru rambler.ru ya.ru proton.me protonmail.com protonmail.ch pm.me
  zohomail.com zohomail.eu fastmail.com fastmail.fm hey.com tutanota.com tutanota.de tuta.io tuta.com
  hushmail.com qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com aliyun.com
  naver.com daum.net hanmail.net kakao.com nate.com libero.it virgilio.it tiscali.it alice.it tin.it
  orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr t-online.de freenet.de arcor.de posteo.de
  mailbox.org uol.com.br bol.com.br terra.com.br ig.com.br rediffmail.com online.no btinternet.com
  btopenworld.com sky.com talktalk.net ntlworld.com virginmedia.com comcast.net verizon.net att.net
  sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com mail.com email.com usa.com
  seznam.cz centrum.cz wp.pl o2.pl onet.pl interia.pl op.pl abv.bg ukr.net bluewin.ch telenet.be
  skynet.be ziggo.nl kpnmail.nl planet.nl home.nl xs4all.nl ymail.com rocketmail.com bigpond.com
  optusnet.com.au shaw.ca rogers.com sympatico.ca telus.net inbox.com inbox.lv luukku.com telia.com
  mail.dk jubii.dk walla.co.il docomo.ne.jp ezweb.ne.jp nifty.com sapo.pt mynet.com
`);

/** Providers that own their name under every ending: yahoo.co.jp, hotmail.no, gmx.at. */
const FREE_UNDER_EVERY_SUFFIX = words("yahoo hotmail gmx yandex");

/** Mailboxes that anyone opens for ten minutes. */
const DISPOSABLE = words(`
  mailinator.com mailinator.net guerrillamail.com guerrillamail.net guerrillamail.org
  guerrillamail.biz guerrillamail.de guerrillamailblock.com grr.la sharklasers.com spam4.me
  pokemail.net 10minutemail.com 10minutemail.net 20minutemail.com yopmail.com yopmail.fr yopmail.net
  cool.fr.nf jetable.org temp-mail.org tempmail.com tempmail.net tempmailo.com tempr.email
  throwawaymail.com trashmail.com trashmail.de trashmail.net trashmail.me wegwerfmail.de
  wegwerfmail.net getnada.com nada.email maildrop.cc dispostable.com fakeinbox.com mintemail.com
  mailnesia.com mailcatch.com moakt.com mohmal.com emailondeck.com spamgourmet.com discard.email
  burnermail.io mytemp.email inboxkitten.com mail-temp.com minuteinbox.com emailfake.com
  fakemailgenerator.com mailpoof.com tmpmail.org tmpmail.net 1secmail.com 1secmail.org harakirimail.com
  incognitomail.org mailexpire.com mailnull.com spambox.us spamex.com tempinbox.com byom.de einrot.com
`);

/** True where the part before the @ is a desk's (info, sales), with or without a tag after +. */
export function isRoleAddress(localPart: string): boolean {
  const bare = (localPart.split("+")[0] ?? "").toLowerCase().replace(/[._-]/g, "");
  return ROLES.has(bare);
}

/** True where a lower-case ASCII domain belongs to a provider of private mail. */
export function isFreeMail(domain: string): boolean {
  const { domain: registrable, domainWithoutSuffix: name } = parse(domain);
  return FREE.has(domain) || FREE.has(registrable ?? "") || FREE_UNDER_EVERY_SUFFIX.has(name ?? "");
}

/** True where a lower-case ASCII domain, or the one it lies under, hands out throw-away mailboxes. */
export function isDisposable(domain: string): boolean {
  return DISPOSABLE.has(domain) || DISPOSABLE.has(parse(domain).domain ?? "");
}
