import type { Plugin } from "vite";

export declare const catalogs: Plugin;
