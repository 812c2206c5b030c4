/** The script that a web push starts, whether or not a console page is open; the file is in `public`. */
export const pushWorker = "/console/push-worker.js";
