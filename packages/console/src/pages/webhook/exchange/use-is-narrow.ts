import { useMediaQuery } from "@mantine/hooks";

/** A phone: choices stand below one another instead of side by side. */
export function useIsNarrow(): boolean {
  return useMediaQuery("(max-width: 48em)") ?? false;
}
