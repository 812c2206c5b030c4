/**
 * Characters that a terminal executes instead of showing, or that are invisible: control characters and line breaks,
 * bidi controls, zero-width and other format characters, lone surrogates. Names and texts come from strangers;
 * unescaped, they could overwrite the lines above them.
 */
const controls = String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]`;

/** Characters that join or shape emoji are part of them. */
const inEmoji = String.raw`(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f]|(?<=\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?)\u200d(?=\p{Extended_Pictographic})`;

const shownControls = new RegExp(`${inEmoji}|(${controls})`, "gu");
const anyControls = new RegExp(controls, "gu");

/**
 * Returns one line for a person, with escapes: `\u{1b}[31m` appears in place of a code that would have turned it red.
 */
export function showControls(line: string): string {
  return line.replace(shownControls, (found, control?: string) =>
    control === undefined ? found : `\\u{${control.codePointAt(0)?.toString(16)}}`,
  );
}

/** Returns a JSON text that parses to the same value and contains no raw control characters. */
export function showControlsInJson(json: string): string {
  return json.replace(anyControls, (found) =>
    Array.from({ length: found.length }, (_, unit) => {
      const code = found.charCodeAt(unit).toString(16).padStart(4, "0");
      return `\\u${code}`;
    }).join(""),
  );
}

/** Escapes the same characters for XML, except XML's own line breaks. */
export function showControlsInXml(xml: string): string {
  return xml.replace(anyControls, (found) =>
    /[\t\n\r]/.test(found) ? found : `&#x${found.codePointAt(0)?.toString(16)};`,
  );
}
