import { h } from "preact";
import { isWebUrl } from "../../format/is-web-url.ts";
import { Icon, icons } from "../parts/icon.tsx";

/** Renders a product's picture over a plain box, which shows if no picture loads. */
export function Picture({ url }: { url: string | undefined }) {
  return (
    <span class="picture">
      <Icon path={icons.box} />
      {isWebUrl(url) && (
        <img
          key={url}
          src={url}
          alt=""
          loading="lazy"
          referrerpolicy="no-referrer"
          onError={(event) => {
            event.currentTarget.hidden = true;
          }}
        />
      )}
    </span>
  );
}
