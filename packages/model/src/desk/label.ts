/** The colors that a label may have; the console draws them. */
export const labelColors = [
  "gray",
  "red",
  "orange",
  "yellow",
  "green",
  "teal",
  "blue",
  "purple",
  "pink",
] as const;
export type LabelColor = (typeof labelColors)[number];

export const labelLimits = {
  /** Of a bot. */
  max: 20,
  maxNameLength: 30,
} as const;

/** A mark that a shop's agents put on conversations. */
export interface Label {
  id: string;
  name: string;
  color: LabelColor;
}
