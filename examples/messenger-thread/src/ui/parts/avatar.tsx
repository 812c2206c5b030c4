/** The page's picture: its first letter. */
export function Avatar({ name, size }: { name: string; size: "small" | "medium" | "large" }) {
  const [initial] = name;
  return (
    <span class={`avatar ${size}`} aria-hidden="true">
      {initial}
    </span>
  );
}
