import type { Section } from "./form/section.ts";
import { botsSection } from "./sections/bots.ts";
import { peopleSection } from "./sections/people.ts";

/** All that a config file holds, in the order in which it is done; one more kind of thing is a file and a line. */
export const sections: readonly Section[] = [botsSection, peopleSection];
