/** Closes the window on Escape, even if the button that opened it still has the focus. */
export function followKeys(root: ShadowRoot, close: () => void): void {
  root.addEventListener("keydown", (event) => {
    const { key, isComposing } = event as KeyboardEvent;
    if (key !== "Escape" || isComposing) return;
    event.preventDefault();
    close();
  });
}
