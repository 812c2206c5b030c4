import { h } from "preact";
import { isWebUrl } from "../../format/is-web-url.ts";
import { Icon, icons } from "../parts/icon.tsx";

/** A product's picture, over a quiet box that is seen where none comes. */
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
