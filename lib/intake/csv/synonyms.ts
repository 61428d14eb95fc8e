import { folded } from "../text/folded";

/**
 * What columns are called by people and in the exports of HubSpot, Marketo, Pardot, Mautic and
 * Salesforce, in several languages; compared without case, accents, spaces and punctuation. The
 * commoner name stands first: where two columns would do, the earlier one is taken.
 */
const LEAD: Record<string, string> = {
  email: `email, email address, e-mail, e-mail address, work email, business email, mail, email1,
    e-mail-adresse, epost, e-post, e-postadresse, correo, correo electronico, courriel,
    adresse e-mail, adresse mail, posta elettronica, e-mailadres, sähköposti, emailová adresa, メール`,
  firstName: `first name, firstname, given name, forename, fname, vorname, fornavn, förnamn, nombre,
    nombre de pila, prénom, nome proprio, primeiro nome, voornaam, etunimi, imię, jméno, 名`,
  lastName: `last name, lastname, surname, family name, lname, nachname, familienname, etternavn,
    efternavn, efternamn, apellido, apellidos, nom de famille, cognome, sobrenome, achternaam,
    sukunimi, nazwisko, příjmení, 姓`,
  name: `name, full name, contact name, lead name, contact, navn, namn, nom complet, nombre completo,
    nome completo, vollständiger name, volledige naam, 氏名, 姓名`,
  jobTitle: `job title, title, position, role, job position, jobtitle, designation, function,
    berufsbezeichnung, stelle, funktion, stilling, tittel, befattning, titel, cargo, puesto, poste,
    fonction, intitulé du poste, qualifica, ruolo, functie, functietitel, tehtävänimike, stanowisko, 役職`,
  company: `company, company name, account name, company / account, organization, organisation,
    organization name, employer, associated company, business name, firma, firmenname, unternehmen,
    bedrift, selskap, virksomhed, företag, foretag, empresa, entreprise, société, azienda, societa,
    bedrijf, bedrijfsnaam, yritys, spółka, společnost, 会社名, 公司`,
  companyDomain: `company domain, domain, company domain name, website, company website, website url,
    web site, webseite, nettside, hemsida, hjemmeside, sitio web, site web, sito web, sito, domaine`,
  employees: `employees, number of employees, no. of employees, employee count, company size,
    company headcount, headcount, num employees, mitarbeiter, mitarbeiterzahl, anzahl mitarbeiter,
    antall ansatte, antal anställda, antal ansatte, empleados, número de empleados, effectif,
    nombre d'employés, dipendenti, numero di dipendenti, aantal werknemers, henkilöstömäärä`,
  industry: `industry, company industry, sector, branche, bransje, bransch, industria, sector de
    actividad, secteur, secteur d'activité, settore, toimiala, branża, obor, 業種`,
  phone: `phone, phone number, mobile phone, mobile phone number, mobile, direct phone, direct dial,
    work phone, business phone, telephone, tel, phone1, cell, cell phone, telefon, telefonnummer,
    mobil, mobilnummer, handy, mobiltelefon, teléfono, móvil, telefono cellulare, téléphone, portable,
    telefono, cellulare, telefoon, telefoonnummer, mobiel, puhelin, telefone, celular, 電話番号`,
  linkedinUrl: `linkedin url, linkedin, linkedin profile, linkedin profile url, linkedin bio,
    person linkedin url, linkedin link, profil linkedin`,
  language: `language, preferred language, locale, contact language, sprache, språk, sprog, idioma,
    langue, lingua, taal, kieli, język, 言語`,
  region: `country, country/region, region, country code, country name, land, pais, pays, paese, maa,
    kraj, země, país, territory, 国`,
  campaign: `campaign, utm campaign, campaign name, first touch campaign, acquisition program,
    latest campaign, kampagne, kampanje, kampanj, campaña, campagne, campagna, campanha`,
  channel: `channel, origin, lead source, source, utm source, original source, original source type,
    utm medium, medium, kanal, canal, canale, kanaal, herkunft, kilde, fuente, origen, origem`,
  asset: `asset, content, landing page, landing page id, first page seen, form name,
    first conversion, utm content, offer, lead magnet, conversion asset`,
  externalId: `external id, externalid, mql id, lead id, contact id, record id, marketo id, mautic id,
    pardot id, prospect id, hubspot id, contact key, sfdc id, salesforce id, id, lead number, crm id`,
  capturedAt: `captured at, first contact date, create date, created at, created date, date created,
    created, date added, date identified, capture date, mql date, submitted at, submission date,
    date submitted, submitted on, submitted, submission time, signed up at, timestamp, opprettet, skapad,
    erstellt am, fecha de creacion, date de création, data di creazione`,
  // Never a plain 'lead score': most platforms' scores know no upper end.
  scoreTotal: "score total, total score, mql score",
  scoreFit: "score fit, fit score",
  scoreIntent: "score intent, intent score",
  scoreBehavior: "score behavior, behavior score, behaviour score, engagement score",
};

const ACTIVITY: Record<string, string> = {
  id: "id, activity id, event id, message id key, guid, marketo guid",
  leadEmail: `lead email, ${LEAD.email}`,
  leadExternalId: "lead external id, external id, mql id, lead id, contact id, record id, user id",
  kind: "kind, activity kind, activity type, type, event type, event, action, art, tipo",
  occurredAt: `occurred at, activity date, activity date time, date, timestamp, time, datetime,
    event date, event time, event timestamp, activity time, activity timestamp, time stamp, when,
    date and time, date time utc, date utc, timestamp utc, happened at, happened on, occurred on,
    visit date, visited at, created at, datum, dato, data, fecha, tidspunkt, zeitpunkt, wann,
    datum uhrzeit, datum und uhrzeit, fecha y hora, date et heure, data e ora, data e hora, når, när`,
  path: "path, page, page path, web page",
  title:
    "title, page title, content title, asset, asset name, event name, webinar, primary attribute value",
  seconds: "seconds, duration, time on page, duration seconds, dwell time",
  url: "url, link, page url, href, clicked link, download url",
  messageId: "message id, messageid, email id, mailing id",
  subject: "subject, email subject, subject line, betreff, emne, asunto, objet, oggetto",
  form: "form, form name, web form",
  transcript: "transcript, chat transcript, conversation, chat log",
  competitor: "competitor, competitor name",
  text: "text, note, notes, remark, comment, body, description",
  userAgent: "user agent, useragent, browser",
  product: "product, product line, business unit",
  source: "source, system, source system",
};

const OUTCOME: Record<string, string> = {
  email: LEAD.email ?? "",
  externalId: LEAD.externalId ?? "",
  opportunityAt: `opportunity at, opportunity date, opportunity created, opportunity created date,
    opportunity since, became opportunity`,
  wonAt: `won at, won date, close date, closed date, closed won date, deal closed, date won, won,
    gewonnen am, vunnet dato`,
};

/** The fields that each kind of file fills, with the names their columns go by, folded. */
export const SYNONYMS = {
  leads: ordered(LEAD),
  activities: ordered(ACTIVITY),
  outcomes: ordered(OUTCOME),
};
export type ImportTarget = keyof typeof SYNONYMS;

function ordered(names: Record<string, string>): ReadonlyMap<string, readonly string[]> {
  const lists = Object.entries(names).map(([field, list]) => {
    const all = [field, ...list.split(",")].map(folded);
    return [field, [...new Set(all)]] as const;
  });
  return new Map(lists);
}
