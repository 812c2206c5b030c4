import { useMediaQuery } from "@mantine/hooks";

/** Whether the screen is as narrow as a phone's; choices are then stacked instead of side by side. */
export function useIsNarrow(): boolean {
  return useMediaQuery("(max-width: 48em)") ?? false;
}
