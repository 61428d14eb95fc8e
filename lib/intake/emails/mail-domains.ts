import { disposableEmailBlocklist } from "disposable-email-domains-js";
import common from "email-providers/common.json";
import { parse } from "tldts";
import { wordSet } from "../text/word-set";

/** Big providers of private mail that `email-providers` does not count as common. */
const ALSO_FREE = wordSet(`
  googlemail.com live.co.uk live.no live.se live.dk live.fr live.de live.nl live.it live.be live.ca
  live.com.au live.jp live.cn windowslive.com bk.ru inbox.ru internet.ru protonmail.ch pm.me
  zohomail.com zohomail.eu fastmail.com tutanota.com tutanota.de tutamail.com tuta.io tuta.com
  sohu.com hanmail.net kakao.com posteo.de posteo.net bol.com.br rediffmail.com online.no email.com
  op.pl ziggo.nl kpnmail.nl xs4all.nl ymail.com rocketmail.com luukku.com telia.com mail.dk jubii.dk
  ezweb.ne.jp softbank.ne.jp nifty.com mynet.com duck.com mailo.com vodafone.it
`);

/** Companies, cities and schools on that list whose own staff write from the domain. */
const NOT_FREE = wordSet(`
  facebook.com alibaba.com go.com about.com medscape.com space.com discovery.com berlin.de nus.edu.sg
  ancestry.com techspot.com law.com bt.com kansascity.com geek.com name.com unican.es parrot.com
  hidemyass.com ivillage.com dailypioneer.com saudia.com hamptonroads.com oath.com onmilwaukee.com
  scubadiving.com swissinfo.org dnsmadeeasy.com clerk.com aver.com easypost.com 3ammagazine.com
  bolt.com sp.nl frontier.com telstra.com poste.it casino.com theglobe.com example.com test.com
  test.de yourdomain.com mydomain.com www.com mail-tester.com albawaba.com wow.com
`);

/** Providers that own their name under every ending: yahoo.co.jp, hotmail.no, gmx.at. */
const FREE_UNDER_EVERY_SUFFIX = wordSet("yahoo hotmail gmx yandex outlook aol");

/** Throw-away mailboxes that `disposable-email-domains-js` does not know. */
const ALSO_DISPOSABLE = wordSet(`
  tempmail.com tempmail.net burnermail.io spamgourmet.com mail-temp.com cool.fr.nf
`);

/** Ordinary providers that it takes for throw-away ones: China Telecom's and Sify's mail. */
const NOT_DISPOSABLE = wordSet("21cn.com sify.com");

/** A suffix under which others have their names (spb.ru) is no provider, whatever the list says. */
const isSuffix = (domain: string) => parse(domain, { allowPrivateDomains: true }).domain === null;

const DISPOSABLE: ReadonlySet<string> = new Set(
  [...disposableEmailBlocklist(), ...ALSO_DISPOSABLE].filter(
    (domain) => !NOT_DISPOSABLE.has(domain),
  ),
);
const FREE: ReadonlySet<string> = new Set(
  [...common, ...ALSO_FREE].filter(
    (domain) => !NOT_FREE.has(domain) && !DISPOSABLE.has(domain) && !isSuffix(domain),
  ),
);

/** True where a lower-case ASCII domain belongs to a provider of private mail. */
export function isFreeMail(domain: string): boolean {
  const { domain: registrable, domainWithoutSuffix: name } = parse(domain);
  return FREE.has(domain) || FREE.has(registrable ?? "") || FREE_UNDER_EVERY_SUFFIX.has(name ?? "");
}

/**
 * True where a lower-case ASCII domain, or one it lies under, hands out throw-away mailboxes. Of
 * domains that are on both lists this one counts, so none is free mail as well.
 */
export function isDisposable(domain: string): boolean {
  const labels = domain.split(".");
  return labels.slice(0, -1).some((_, at) => DISPOSABLE.has(labels.slice(at).join(".")));
}
