/** Why a browser cannot show web pushes while the console is closed there. */
export type PushObstacle = "insecure" | "home_screen" | "unsupported" | "blocked";

/** The browser properties that decide whether web push works. */
export interface BrowserParts {
  isSecure: boolean;
  hasPush: boolean;
  /** Only Safari on iPhone and iPad has `navigator.standalone`; true: opened from the Home Screen. */
  standalone: boolean | undefined;
  permission: NotificationPermission;
}

/** Returns what prevents web push in a browser, or null if nothing does. Pure. */
export function obstacleIn(browser: BrowserParts): PushObstacle | null {
  if (!browser.isSecure) return "insecure";
  if (!browser.hasPush) return browser.standalone === false ? "home_screen" : "unsupported";
  return browser.permission === "denied" ? "blocked" : null;
}

/** Returns what prevents web push in this browser. */
export function findObstacle(): PushObstacle | null {
  const hasPush =
    "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  return obstacleIn({
    isSecure: window.isSecureContext,
    hasPush,
    standalone: (navigator as { standalone?: boolean }).standalone,
    permission: hasPush ? Notification.permission : "default",
  });
}
