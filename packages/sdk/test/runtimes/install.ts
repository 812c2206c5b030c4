import { installRuntimes } from "./runtimes.ts";

installRuntimes();
