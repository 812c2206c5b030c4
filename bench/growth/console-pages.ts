const dayMs = 24 * 3_600_000;

/** What the console's pages ask of the API of a bot when they are opened, and by each of their filters. */
export function consolePages(botId: string): Record<string, string> {
  const date = (daysAgo: number) =>
    new Date(Date.now() - daysAgo * dayMs).toISOString().slice(0, 10);
  const own = `/bots/${botId}`;
  return {
    bots: "/bots",
    bot: own,
    overview: `${own}/overview`,
    "overview of 90 days": `${own}/overview?from=${date(90)}&to=${date(0)}`,
    unanswered: `${own}/unanswered`,
    "unanswered, not understood": `${own}/unanswered?reason=not_understood`,
    conversations: `${own}/conversations`,
    "conversations in Chinese": `${own}/conversations?locale=zh`,
    "conversations in Messenger (none)": `${own}/conversations?channel=messenger`,
    "conversations with a failure": `${own}/conversations?failed=true`,
    "conversations handed over": `${own}/conversations?person_asked=true`,
    "conversations disliked": `${own}/conversations?disliked=true`,
    "conversations of a day": `${own}/conversations?to=${date(1)}T00:00:00Z`,
    deliveries: `${own}/deliveries`,
    "deliveries failed": `${own}/deliveries?outcome=failed`,
    "deliveries without an order": `${own}/deliveries?outcome=no`,
    "deliveries gone (none)": `${own}/deliveries?outcome=gone`,
    "deliveries of tests (none)": `${own}/deliveries?method=test`,
    "deliveries of 5 s": `${own}/deliveries?min_duration_ms=5000`,
    "deliveries of 20 s (none)": `${own}/deliveries?min_duration_ms=20000`,
    "deliveries 500 (none)": `${own}/deliveries?status=500`,
    "deliveries 201 (none)": `${own}/deliveries?status=201`,
    "deliveries replayed (none)": `${own}/deliveries?replays=only`,
    inbox: `${own}/inbox?view=all`,
    "inbox, waiting": `${own}/inbox?view=waiting`,
    "inbox, closed": `${own}/inbox?view=closed`,
    "inbox, people": `${own}/inbox/people`,
    pushes: `${own}/pushes`,
    "pushes held (none)": `${own}/pushes?state=held`,
    subscriptions: `${own}/subscriptions`,
    "subscriptions ended (none)": `${own}/subscriptions?state=ended`,
    notifications: `${own}/notifications/figures`,
    channels: `${own}/channels`,
    checklist: `${own}/checklist`,
    webhook: `${own}/endpoint`,
    "runs of the tester": `${own}/runs`,
    keys: `${own}/keys`,
    people: `${own}/people`,
    audit: `${own}/audit`,
    answers: `${own}/answers`,
    alerts: `${own}/alerts`,
    operators: "/operators",
  };
}
