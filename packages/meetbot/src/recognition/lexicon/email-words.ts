/** Words that distinguish a spelled-out address ("name at gmail dot com") from ordinary talk. */
export const emailWords = {
  /** Mail providers whose names alone mark an address. */
  providers:
    /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|aol|gmx|proton|protonmail|qq|foxmail|163|126|yeah|sina|sohu|139|189|aliyun|naver)\./,
  /** Words before an address that announce it. */
  cue: /e-?mail|address|mailbox|account|邮箱|邮件|账号|地址/,
  /** Endings believed of a domain that is not written out plainly. */
  plainEnding: /\.(?:com|net|org|edu|gov|biz|info|[a-z]{2})$/,
  /** Words that precede "at" or a lone "@" in sentences and are never the local part of an address. */
  neverLocal: new Set(
    "a am an are at be been call contact good here i is it look me meet now of see the there they us was we were with work you".split(
      " ",
    ),
  ),
};
