import { installVersions } from "./versions.ts";

installVersions();
