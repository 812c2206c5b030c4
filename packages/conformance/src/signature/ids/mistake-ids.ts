/**
 * Mistakes that a merchant's code makes when it computes a signature. Pages and scripts refer to these ids, so they
 * never change.
 */
export const mistakeIds = [
  // The key.
  "current_secret",
  "next_secret",
  "previous_secret",
  "identity_secret",
  "push_secret",
  "secret_without_prefix",
  "secret_decoded",
  "secret_not_decoded",
  "secret_decoded_with_prefix",
  "secret_cut",
  "secret_with_line_break",
  "secret_with_quotes",
  "secret_empty",
  // The bytes of the body.
  "json_spaced",
  "json_escaped_slashes",
  "json_pretty",
  "json_sorted",
  "json_html_escaped",
  "json_ascii",
  "json_compact",
  "json_twice",
  "line_break_added",
  "line_break_removed",
  "line_breaks_changed",
  "byte_order_mark_added",
  "byte_order_mark_removed",
  "wrong_charset",
  "body_empty",
  "body_in_base64",
  "body_as_bytes_literal",
  "body_as_object",
  "part_of_body",
  // Mistakes in what is signed around the body.
  "id_and_time_added",
  "time_added",
  "id_and_time_missing",
  "id_missing",
  "time_missing",
  "id_and_time_swapped",
  "dots_missing",
  // How it is computed.
  "plain_hash",
  "hash_with_secret",
  "hashed_before",
  "key_and_message_swapped",
  "sha1",
  "sha512",
  "md5",
  // How it is written.
  "base64_not_hex",
  "hex_not_base64",
  "base64_of_hex",
  "hex_of_text",
  "base64_url",
  "wrong_prefix",
  "wrapped",
  "truncated",
  // The pasted value is not a signature.
  "secret_itself",
  "not_a_signature",
] as const;

export type MistakeId = (typeof mistakeIds)[number];

/** The texts about a mistake for merchants. */
export interface MistakeWords {
  /** What the pasted value is, in one sentence. */
  what: string;
  why: string;
  fix: string;
}
