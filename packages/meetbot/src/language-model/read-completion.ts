import type { ModelCall } from "@meetbot/model/conversation/model-command.ts";
import { z } from "zod";

/** The parts of a response body that Meetbot uses. */
export interface Completion {
  /** The model's text; `null` unless there is exactly one complete text. */
  content: string | null;
  tokens: ModelCall["tokens"];
}

/** Ignores the many fields that servers add. */
const completionForm = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.literal("stop").nullish(),
        message: z.object({ content: z.string(), tool_calls: z.array(z.never()).nullish() }),
      }),
    )
    .length(1),
});

const count = z.int().min(0).max(1_000_000);
const usageForm = z.object({
  usage: z.object({ prompt_tokens: count, completion_tokens: count }),
});

/** Reads the body of a chat completion; `null`: it is no JSON object, so that no such server is there. */
export function readCompletion(body: string): Completion | null {
  const parsed = parse(body);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return null;
  const completion = completionForm.safeParse(parsed);
  const used = usageForm.safeParse(parsed);
  return {
    content: completion.success ? (completion.data.choices[0]?.message.content ?? null) : null,
    tokens: used.success
      ? { prompt: used.data.usage.prompt_tokens, completion: used.data.usage.completion_tokens }
      : null,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
