/** Escape closes the window, also where the button that opened it has kept the focus. */
export function followKeys(root: ShadowRoot, close: () => void): void {
  root.addEventListener("keydown", (event) => {
    const { key, isComposing } = event as KeyboardEvent;
    if (key !== "Escape" || isComposing) return;
    event.preventDefault();
    close();
  });
}
