const words = (text: string) => text.split(/\s+/).filter(Boolean);

/** Names that their owners write in capitals or in their own way, by their lower-case letters. */
export const BRANDS: ReadonlyMap<string, string> = new Map(
  words(`
    IBM SAP 3M IKEA NASA BMW BASF NVIDIA ASUS HSBC KPMG UBS ABB AXA ING RWE EY PwC BDO GE HP HPE BP
    NTT NEC LG JBS UPS DHL FedEx TUI KLM SAS H&M AT&T EDF AMD TSMC ASML EMC AOL CNN BBC NBC CBS
    ESPN MTV DSM DNB KLP SWIFT ADP AIG BNP BBVA BNY CVS KFC LVMH L'Oréal LEGO MAN MSCI NCR OMV PSA
    RBC RTX SKF TCS TIM TNT UBM USAA VMware WPP XPO YKK ZTE eBay PayPal YouTube LinkedIn HubSpot
    GitHub GitLab OpenAI DeepMind McKinsey McDonald's easyJet iRobot JetBrains MongoDB PostgreSQL
    WhatsApp Airbnb DocuSign ServiceNow SurveyMonkey ZoomInfo BlackRock JPMorgan Mastercard
    PepsiCo ExxonMobil ConocoPhillips TotalEnergies DuPont GlaxoSmithKline AstraZeneca BioNTech
    SpaceX DoorDash TripAdvisor WeWork AutoCAD InBev UiPath Datadog CrowdStrike HelloFresh
    NASDAQ NASCAR ADAC DATEV FEMSA UNICEF UNESCO UEFA FIFA IATA OPEC CERN IEEE ISO REWE EDEKA DEKRA OSRAM UNIQA
    VINCI ENGIE EDP ENI ENEL SEAT FIAT AEGON ICICI HDFC CNOOC POSCO KIA SAIC GAIL ONGC NTPC
    AbbVie AppLovin MercadoLibre UnitedHealth NatWest NextEra TransDigm NetApp NetSuite TikTok
    iShares iHeartMedia eToro eHarmony JetBlue SoftBank WestRock PetSmart GoDaddy GoPro
    LibreOffice MariaDB MySQL NetEase NetJets CoreLogic ConAgra CenterPoint DaVita MetLife OneMain
    McAfee McKesson McLaren McGraw-Hill BorgWarner DreamWorks PricewaterhouseCoopers
    ThyssenKrupp thyssenkrupp ProSiebenSat.1 ArcelorMittal AkzoNobel MediaTek SolarWinds SentinelOne
    S&P M&T A&W B&Q M&S P&G P&O R&D PG&E E.ON Co-op Co-operative
  `).map((brand) => [brand.toLowerCase(), brand] as const),
);

/** Small words inside a name. */
export const SMALL: ReadonlySet<string> = new Set(
  words(`a an and as at by de del der di do du des dos das da for in of on or to von und et y e og
    och la le les the und mit für`),
);

/** Short words, and short endings of names, that no abbreviation should be made of. */
export const SHORT_WORDS: ReadonlySet<string> = new Set(
  words(`
    the new big old red sun air sea sky car bay box boy day dog cat eye fly fox fun gas ice ink inn
    job joy key lab law oil one two six ten our pet pro art way web win zoo all any ace add age aid
    arc ark bar bed bee bit bio bus cab cap city cup die dry ear eco egg end far fit fix gem get
    go gym hat hot hub hut ivy jet kid kit lee log lux map max med men mix net nut oak pad pan park
    pay pen pie pin pit pop pot pub raw ray run set spa spy tax tea tex tin tip top toy tri up
    use van vet we wet yes you my me it is be st mt san los las el al bon mac joe jim tom sam
    ben bob dan ed co corp bros com dow elf fiat arm dr mr les von der des und de la le da di lam
    eli kia eni abu dhabi ltd inc mad nam tai sims bel air gap hertz visa nike aer lingus rio ace
    son sons bud ann abe roy ray jay kay ian tim pat dev dal cie dow sky ford act now for and
  `),
);
