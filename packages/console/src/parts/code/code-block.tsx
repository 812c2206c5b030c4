import "./code-block.css";
import { CopyButton } from "./copy-button.tsx";

/** Verbatim text with a copy button. */
export function CodeBlock(props: { code: string; name: string; wraps?: boolean }) {
  const { code, name, wraps = false } = props;
  return (
    <div className={wraps ? "code-block code-block-wraps" : "code-block"}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="code-block-text" tabIndex={0} aria-label={name}>
        <pre>
          <code translate="no">{code}</code>
        </pre>
      </section>
      <div className="code-block-copy">
        <CopyButton value={code} name={name} />
      </div>
    </div>
  );
}
