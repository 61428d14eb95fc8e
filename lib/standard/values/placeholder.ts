/**
 * Words that people and systems type where they have nothing to say. Compared without case,
 * spaces and punctuation, so that 'N/A', 'n.a.' and ' NA ' are one.
 */
export const PLACEHOLDERS: ReadonlySet<string> = new Set(
  `na none null nil undefined unknown tbd tba tbc todo test testing x xx xxx xxxx xxxxx
   xxxxxx xxxxxxx xxxxxxxx xxxxxxxxx xxxxxxxxxx y z
   asdf asdfasdf qwerty qwertz abc abcd aaa notavailable notapplicable notprovided notset
   notspecified unspecified notknown notstated nonegiven nodata noname nocompany notgiven
   tobeconfirmed tobedetermined tobeannounced loremipsum select pleaseselect selectone choose
   other n empty blank string firstname lastname fullname name yourname company companyname mycompany yourcompany
   jobtitle title placeholder dummy sample example foo bar foobar me self private keine ninguno
   aucun nicht inconnu sconosciuto desconocido desconhecido nenhum onbekend ingen ukjent
   okänd ukendt unbekannt entfällt keineangabe keineangaben nonrenseigné sansobjet ikkeoppgitt
   bilinmiyor нет нету неизвестно отсутствует тест немає невідомо άγνωστο κανένα 无 無 没有 沒有
   暂无 未知 不明 不详 未填 未填写 测试 測試 なし 無し 未定 未記入 該当なし テスト 없음 미정 모름 테스트
   anonymous anonym anonyme anonymus anónimo anônimo anonimo anoniem 匿名 匿名希望 익명
   ohneangabe ohneangaben nichtangegeben nichtbekannt nichtverfügbar nichtvorhanden nichtzutreffend
   noncommuniqué noncommunique nondisponible nonapplicable nonprécisé inconnue aucune
   sindatos sininformación noaplica noapplica nodisponible noespecificado ninguna desconocida
   nãoinformado naoinformado nãoseaplica naoseaplica nãodisponível seminformação semnome nenhuma
   nondisponibile nonapplicabile nessuno nessuna nvt geen nietbekend nietvantoepassing
   ikkerelevant ikkeaktuelt ikkeoplyst ikkekjent ejangivet ejaktuellt
   eitietoa tuntematon brakdanych nieznany neuvedeno neznámý belirtilmemiş
   неуказано неизвестен нетданных аноним 不適用 不适用 非公開 未設定 未登録 保密 해당없음
   missing redacted notdisclosed undisclosed prefernottosay objectobject
   لايوجد غيرمعروف اختبار אין לאידוע 000 0000 00000 123 1234 12345 123456`
    .split(/\s+/)
    .filter(Boolean),
);

/**
 * What says the same by its signs and case alone. `k.A.` and `n.n.` in small letters are no initials, as
 * `K.A.` may be; then what a spreadsheet, a program and an unfilled template leave behind.
 */
const SIGNS = [
  /^(?:k\s?[./]\s?A\.?|n\.\s?[bcdnrs]\.?|s\.\s?[dno]\.?)$/,
  /^(?:n\/[bcdnrs]|s\/[dno]|k\/a)$/i,
  /^NaN$/,
  /^#[A-Z]{2,5}(?:\/\d)?[!?]$/,
  /^(?:\{\{[^{}]*\}\}|\$\{[^{}]*\}|%[A-Z_]{3,}%|\*\|[^|]*\|\*|\[\[[^[\]]*\]\])$/,
];

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** A name has no more parts. */
const MOST_PARTS = 4;

/** 'test test': one such word for each part of a name; shorter ones may be a name (Na Na). */
function isRepeated(text: string): boolean {
  const [first = "", ...rest] = text.split(" ", MOST_PARTS + 1).map(bare);
  return (
    rest.length > 0 &&
    rest.length < MOST_PARTS &&
    first.length > 3 &&
    PLACEHOLDERS.has(first) &&
    rest.every((word) => word === first)
  );
}

/**
 * True where a text is no value (spec C: 'N/A', 'TBD', 'x', '-'): empty, without a letter or
 * digit, or one of the words and signs that stand for nothing.
 */
export function isPlaceholder(text: string): boolean {
  const plain = text.normalize("NFKC").trim();
  const letters = bare(plain);
  if (letters === "" || PLACEHOLDERS.has(letters)) return true;
  return SIGNS.some((sign) => sign.test(plain)) || isRepeated(plain);
}
