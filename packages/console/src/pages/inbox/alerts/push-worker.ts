/** The script that a push wakes, whether or not a page of the console is open; it lies in `public`. */
export const pushWorker = "/console/push-worker.js";
