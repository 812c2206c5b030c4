import type { SeenPackage } from "@meetbot/presentation";
import { h } from "preact";
import { Hint } from "../parts/hint.tsx";
import type { ChatWords } from "../parts/words.ts";
import { isHidden } from "./number.tsx";
import { PackageCard } from "./package-card.tsx";

/** Renders the packages of one reply, with one line about the data hidden in all of them. */
export function PackagesReply({ packages }: { packages: SeenPackage[] }, { phrases }: ChatWords) {
  return (
    <div class="cards">
      {packages.map((pkg, at) => (
        <PackageCard key={at} pkg={pkg} />
      ))}
      {packages.some((pkg) => isHidden(pkg.order_number)) && <Hint text={phrases.packageMasked} />}
    </div>
  );
}
