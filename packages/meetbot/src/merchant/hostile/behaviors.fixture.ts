import type { Behavior } from "./behavior.fixture.ts";
import { encodingBehaviors } from "./encoding-behaviors.fixture.ts";
import { endlessBehaviors } from "./endless-behaviors.fixture.ts";
import { fieldBehaviors } from "./field-behaviors.fixture.ts";
import { framingBehaviors } from "./framing-behaviors.fixture.ts";
import { jsonBehaviors } from "./json-behaviors.fixture.ts";
import { packageBehaviors } from "./package-behaviors.fixture.ts";
import { placeBehaviors } from "./place-behaviors.fixture.ts";
import { refusalBehaviors } from "./refusal-behaviors.fixture.ts";
import { secureBehaviors } from "./secure-behaviors.fixture.ts";
import { silentBehaviors } from "./silent-behaviors.fixture.ts";
import { statusBehaviors } from "./status-behaviors.fixture.ts";
import { valueBehaviors } from "./value-behaviors.fixture.ts";

/** All that a hostile merchant does, by kind. */
export const behaviors: Record<string, Behavior[]> = {
  "falls silent": silentBehaviors,
  "sends without end": endlessBehaviors,
  "speaks no proper HTTP": framingBehaviors,
  "uses statuses and headers": statusBehaviors,
  "encodes its body": encodingBehaviors,
  "sends other JSON": jsonBehaviors,
  "fills fields wrongly": fieldBehaviors,
  "fills fields strangely": valueBehaviors,
  "has strange packages": packageBehaviors,
  "says no in its own way": refusalBehaviors,
  "fails at TLS": secureBehaviors,
  "is elsewhere": placeBehaviors,
};
