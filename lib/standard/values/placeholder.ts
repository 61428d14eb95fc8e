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
   لايوجد غيرمعروف اختبار אין לאידוע 000 0000 00000 123 1234 12345 123456`
    .split(/\s+/)
    .filter(Boolean),
);

/**
 * True where a text is no value (spec C: 'N/A', 'TBD', 'x', '-'): empty, without a letter or
 * digit, or one of the words that stand for nothing.
 */
export function isPlaceholder(text: string): boolean {
  const bare = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  return bare === "" || PLACEHOLDERS.has(bare);
}
