import { useState } from "react";

/** A picture of the shop's; where it does not load, nothing stands in its place. */
export function LookPicture({ url }: { url: string }) {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return null;
  return (
    <img
      className="in-messenger-picture"
      src={url}
      alt=""
      loading="lazy"
      referrerPolicy="no-referrer"
      onError={() => setBroken(true)}
    />
  );
}
