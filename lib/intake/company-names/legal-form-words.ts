import { wordSet } from "../text/word-set";

/**
 * Legal forms that say nothing about a company but how it is registered, as bare lower-case
 * letters, by where they are used. After ISO 20275, the code list of entity legal forms that GLEIF
 * keeps, and Wikipedia's list of legal entity types by country.
 */
export const FORMS = wordSet(`
  inc incorporated llc llp lllp rlllp l3c pllc llpc lp ulc ltd limited limitedliabilitycompany
  limitedliabilityco limitedliabilitypartnership limitedpartnership ltdco limitedco limitedcompany
  ltdliabilityco nationalassociation ltee limitee incltee ltdltee plc publiclimitedcompany publicltdco
  unlimitedcompany designatedactivitycompany companylimitedbyguarantee clg teoranta cyfyngedig cyf
  pvt pvtltd pvtlimited privateltd privatelimited privatelimitedcompany pltd opcprivatelimited
  opcpvtltd smcprivatelimited smcpvtltd pte pteltd pty ptyltd ptylimited proprietarylimited
  socltd edmsbpk bpk
  sdn bhd sdnbhd berhad sendirianberhad tbk persero pcl publiccompanylimited publiccoltd
  wll fze fzco fzllc llcfz dwcllc dmcc pjsc jsc ojsc cjsc jointstockcompany
  publicjointstockcompany openjointstockcompany closedjointstockcompany saoc saog
  gmbh ggmbh mbh gesmbh gmbhil gmbhigr gmbhco gmbhcokg gmbhcokgaa gmbhcoohg agcokg agcokgaa secokg
  secokgaa ugcokg ugco stiftungcokg ltdcokg limitedcokg kg kgaa ohg gbr egbr partg partgmbb partmbb
  vvag ug ughaftungsbeschrankt haftungsbeschrankt aktiengesellschaft kommanditgesellschaft
  offenehandelsgesellschaft gesellschaftmitbeschrankterhaftung se societaseuropaea gesbr
  as ans nuf ehf ab abp abpubl publ aps ivs oy oyj oyab oyjabp abp osakeyhtio aktiebolag
  aktiebolaget aktieselskab aksjeselskap allmennaksjeselskap kommanditbolag handelsbolag uab
  sa sasu sarl sarlau sarls sas eurl selarl selas snc scop srl srls scarl scrl sagl sprl bvba
  sanv nvsa bvsrl srlbv sprlbvba bvbasprl nv bv bvio vof cvba vzw asbl scsp societeanonyme
  societeparactionssimplifiee societearesponsabilitelimitee naamlozevennootschap
  beslotenvennootschap societaperazioni societaaresponsabilitalimitata
  sl slu sll slne sgps sgpssa sociedadanonima sociedadlimitada sociedadeanonima
  lda unipessoallda ltda ltdame ltdaepp limitada eireli eirelime eirelippp eirelilltda crl
  sadecv sabdecv sapidecv sapibdecv saderlcv srldecv srlcv sderl sderldecv senc sencdecv
  sadecvsofomenr sadecvsofomer sociedadanonimadecapitalvariable saesp saic sacif cpora
  spzoo spzoospk spzoospkomandytowa spj spk spolkazoo spolkazograniczonaodpowiedzialnoscia
  spolkaakcyjna spolkajawna spolkakomandytowa
  sro spolsro spolecnostsrucenimomezenym akciovaspolecnost jdoo dooel kft zrt nyrt kkt
  korlatoltfelelossegutarsasag zartkoruenmukodoreszvenytarsasag ood eood ead shpk
  anonimsirketi ltdsti limitedsirketi  
  kabushikikaisha godokaisha yugengaisha tnhh tnhhmtv oao zao 
  ооо оао зао пао нао тзов пат прат тоо ооод оод еоод еад доо
  обществосограниченнойответственностью акционерноеобщество публичноеакционерноеобщество
  закрытоеакционерноеобщество επε ικε μοναε בעמ
`);

/**
 * Forms that are words, names or initials too: they count where they are written as a form, in
 * capitals or with points (SpA, ASA, A.G.), and not as a word (Grand Hotel Spa, Pioneer Ag).
 */
export const WORD_LIKE = wordSet(`
  spa ag asa da ba is ou sia ks kb hb hf ky ay gk yk kk rt bt cb sac saa sau sal sca scs sci scp
  gie cic dac plt npc pbc opc lc psa eirl bsc spc ry sapa ska slp ooo pao  
  тов ао ад ат ип чп doo ike epe
`);

/** Initials of too much else (Gaming PC, Lucid EV): they count with points or after a comma only. */
export const POINTED = wordSet(`
  pc pa na nl pl cc ca cv ev eg ek eu ekfm ekfr ae oe ee ad dd et kd sp ss sc sf gp zs ops ua ps
  αε οε εε scoop vos
`);

/** Forms that stand in front of the name where they are used, alone or several words long. */
export const LEADING = wordSet(`
  pt uab sia oy jsc pjsc ojsc cjsc llc ooo oao zao pao kabushikikaisha congtytnhh
  congtytnhhmtv congtycophan ооо оао зао пао нао ао ип тов тоо пат прат
  обществосограниченнойответственностью акционерноеобщество публичноеакционерноеобщество
`);

/** Forms that stand in front where they have points, and are a name's own initials where not. */
export const LEADING_POINTED = wordSet("n.v. nv. a/s");

/** Words that make initials in front a name of their own: SIA Engineering, UAB Medicine. */
export const LED_NAMES = wordSet(`
  engineering partners medicine health hospital hospitals university solutions physical plus
  services group abrasives airlines
`);

/** Words after which a spa is a place and no società per azioni. */
export const BEFORE_SPA = wordSet(`
  hotel hotels day med medi medical health beauty wellness resort resorts nail pet hair hand foot
  body skin water mineral massage thermal and et e y the
`);

/** Written without a space before or after the name, in scripts that need none. */
export const GLUED_FORMS =
  "株式会社|有限会社|合同会社|合名会社|合資会社|㈱|㈲|㈳|\\(株\\)|（株）|\\(有\\)|（有）|" +
  "股份有限公司|有限责任公司|有限責任公司|有限公司|주식회사|유한회사|유한책임회사|㈜|\\(주\\)|（주）|" +
  "บริษัท|จำกัด \\(มหาชน\\)|จำกัด";
