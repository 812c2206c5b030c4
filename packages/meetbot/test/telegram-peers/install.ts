import { installPeers } from "./peers.ts";

installPeers();
