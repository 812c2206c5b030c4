// Written by `npm run locales` from the texts beside it.
// biome-ignore-all format: as it is written
type Value = string | number;

/** The files of a language. */
export interface Texts {
  "account": typeof import("./en/account.json");
  "answers": typeof import("./en/answers.json");
  "api": typeof import("./en/api.json");
  "audit": typeof import("./en/audit.json");
  "bots": typeof import("./en/bots.json");
  "channel": typeof import("./en/channel.json");
  "channels": typeof import("./en/channels.json");
  "checklist": typeof import("./en/checklist.json");
  "conversations": typeof import("./en/conversations.json");
  "customer-news": typeof import("./en/customer-news.json");
  "deliveries": typeof import("./en/deliveries.json");
  "desk": typeof import("./en/desk.json");
  "inbox": typeof import("./en/inbox.json");
  "keys": typeof import("./en/keys.json");
  "look": typeof import("./en/look.json");
  "messenger": typeof import("./en/messenger.json");
  "new-bot": typeof import("./en/new-bot.json");
  "news": typeof import("./en/news.json");
  "notifications": typeof import("./en/notifications.json");
  "operators": typeof import("./en/operators.json");
  "outcomes": typeof import("./en/outcomes.json");
  "overview": typeof import("./en/overview.json");
  "parts": typeof import("./en/parts.json");
  "people": typeof import("./en/people.json");
  "problems": typeof import("./en/problems.json");
  "recognition": typeof import("./en/recognition.json");
  "settings": typeof import("./en/settings.json");
  "shop": typeof import("./en/shop.json");
  "sign-in": typeof import("./en/sign-in.json");
  "telegram": typeof import("./en/telegram.json");
  "topics": typeof import("./en/topics.json");
  "webhook": typeof import("./en/webhook.json");
  "welcome": typeof import("./en/welcome.json");
}

/** What has to be given to the texts that have places. */
export interface Places {
  account: {
    publicNameText: { first: Value };
    passwordSince: { at: Value };
    passwordSet: { ended: number };
    addedOn: { at: Value };
    renameOf: { name: Value };
    removeOf: { name: Value };
    removeTitle: { name: Value };
    passkeyAddress: { address: Value };
    device: { browser: Value; system: Value };
    signedIn: { at: Value };
    endOf: { device: Value };
    onlyBot: { bot: Value };
    endedOn: { at: Value };
    endsOn: { at: Value };
    usedAt: { at: Value };
    revokeOf: { name: Value };
    revokeTitle: { name: Value };
  };
  answers: {
    main: {
      without: { count: Value };
      counts: { asked: Value; answered: Value };
      languages: { names: Value };
      try: {
        near: { text: Value };
        sure: { share: Value };
        edit: { name: Value };
        write: { name: Value };
      };
      taught: {
        means: { name: Value };
        forgetOf: { text: Value };
        more: { count: Value };
      };
    };
    editor: {
      examplesText: { recommended: Value };
      left: { count: Value };
      over: { count: Value };
      insertOf: { name: Value };
      buttons: { most: Value };
      removeButton: { kind: Value };
      removeText: { language: Value };
      whenText: { zone: Value };
      removeTitle: { name: Value };
      removeTopicTitle: { name: Value };
      newer: { person: Value; at: Value };
      faults: {
        long: { most: Value };
        variable: { name: Value };
        manyExamples: { most: Value };
        longExample: { line: Value; most: Value };
      };
    };
    versions: {
      version: { version: Value };
      of: { name: Value };
      by: { person: Value };
      changes: { name: Value };
      adds: { name: Value };
      removes: { name: Value };
      addsTopic: { name: Value };
      changesTopic: { name: Value };
      removesTopic: { name: Value };
      taughtBack: { count: number };
      taughtGone: { count: number };
      restoreOf: { version: Value };
      restored: { version: Value };
      checked: { name: Value };
      answersChange: { count: number };
      examplesChange: { count: number };
    };
  };
  api: {
    found: { count: Value };
    scope: { scope: Value };
  };
  audit: {
    by: { actor: Value };
    measures: {
      hours: { count: Value };
      minutes: { count: Value };
    };
  };
  bots: {
    failing: { since: Value };
    progressOf: { done: Value; all: Value };
  };
  channel: {
    published: { ago: Value };
    queued: { left: number; count: number };
  };
  channels: {
    seenOn: { origin: Value; ago: Value };
    seen: { ago: Value };
    remove: { origin: Value };
    vouched: { ago: Value };
    linkStates: {
      connected: { name: Value };
      paused: { name: Value };
      stopped: { name: Value };
    };
  };
  checklist: {
    main: {
      left: { count: number };
      tally: { all: Value; parts: Value };
      counts: {
        done: { count: Value };
        to_do: { count: Value };
        warning: { count: Value };
        not_needed: { count: Value };
      };
      seen: { ago: Value };
      since: { ago: Value };
    };
  };
  conversations: {
    kept: { days: Value };
    foundFor: { account: Value };
    holders: {
      title: { who: Value };
    };
    failedOf: { all: Value; failed: Value };
    end: { days: Value };
    noMatchText: { days: Value };
    minutes: { minutes: Value };
    seconds: { seconds: Value };
    one: {
      redactOf: {
        customer: { seq: Value };
        bot: { seq: Value };
        person: { seq: Value };
      };
      redacted: { seq: Value; at: Value };
      offered: { titles: Value };
      deliveryOf: { id: Value };
      turn: { seq: Value };
    };
  };
  "customer-news": {
    main: {
      hasSecret: { lastUsed: Value };
      accepted: { recipients: Value };
      logText: { days: Value };
      counted: { state: Value; count: Value };
      happened: { at: Value };
      wording: { number: Value };
      since: { at: Value };
      until: { at: Value };
      endedAt: { at: Value; why: Value };
      endOf: { what: Value };
      endTitle: { what: Value };
    };
    templates: {
      reason: { code: Value };
      count: { approved: Value; all: Value };
      rejectedCount: { count: Value };
      of: { kind: Value };
      deleteTitle: { kind: Value; language: Value };
    };
  };
  deliveries: {
    kept: { days: number };
    newOnes: { count: Value };
    end: { isByItself: boolean; days: number };
    noMatchText: { days: number };
    milliseconds: { ms: Value };
    seconds: { s: Value };
    drawer: {
      keptUntil: { at: Value };
      attempt: { nth: Value; of: Value };
      message: { seq: Value };
    };
  };
  desk: {
    stoppedFor: {
      failing: { at: Value };
      gone: { at: Value };
    };
    failingSince: { at: Value };
    problem: { problem: Value };
    behind: { count: number };
    lastDone: { ago: Value };
    testFailed: { problem: Value };
  };
  inbox: {
    main: {
      listOf: { view: Value };
      minutes: { count: Value };
      hours: { count: Value };
      days: { count: Value };
      waitingFor: { age: Value };
      owedFor: { age: Value };
      ago: { age: Value };
      state: {
        waiting: { since: Value };
        mine: { since: Value };
        other: { name: Value; since: Value };
        owed: { since: Value };
        owes: { since: Value };
        reopened: { since: Value };
        returned: { what: Value };
      };
      keyOf: { word: Value; key: Value };
      customerSays: { text: Value };
      failedFor: { why: Value };
      moves: {
        taken: { name: Value };
        returned: { name: Value };
        closed: { name: Value };
      };
      notSentText: { why: Value };
      tooLong: { over: Value };
      left: { left: Value };
      heldTitle: { name: Value; since: Value };
      heldText: { name: Value };
      overtaken: { name: Value; at: Value };
      changed: { name: Value };
      windowClosed: { since: Value };
      callsYou: { name: Value };
    };
    push: {
      refused: { problem: Value };
    };
    canned: {
      offered: { count: Value };
      unfilled: { names: Value };
      addVariable: { name: Value };
      unknown: { names: Value };
      edit: { name: Value };
    };
    labels: {
      nameOf: { name: Value };
      colorOf: { name: Value };
      saveOf: { name: Value };
      deleteOf: { name: Value };
      deleteSure: { name: Value };
      nothing: { name: Value };
    };
    list: {
      none: { text: Value };
      one: { text: Value };
      many: { count: Value; text: Value };
      list: { text: Value };
    };
    pick: {
      pick: { id: Value };
      sure: { count: Value };
      sureAll: { view: Value };
      closed: { count: Value };
      left: { count: Value };
    };
    notes: {
      by: { name: Value };
      offered: { count: Value };
    };
    panel: {
      order: { number: Value };
      package: { number: Value };
      until: { moment: Value };
      failures: { deliveries: Value; missed: Value };
      lastActive: { moment: Value };
    };
    turns: {
      looking: { names: Value; count: number };
      writing: { names: Value; count: number };
      you: { name: Value };
      snoozedUntil: { moment: Value };
      snoozedUntilEither: { moment: Value };
      assignedTo: { name: Value };
    };
  };
  keys: {
    main: {
      createdBy: { when: Value; who: Value };
      testRefused: { ago: Value };
      testPassed: {
        fully: { ago: Value };
        body_only: { ago: Value };
        not: { ago: Value };
        unknown: { ago: Value };
      };
      validFor: { left: Value };
      span: {
        days: { days: Value; hours: number };
        hours: { hours: Value; minutes: number };
        minutes: { minutes: Value };
      };
      stillValid: { fingerprint: Value; left: Value };
      revokeWhich: { what: Value; fingerprint: Value };
      revokeTitles: {
        current: { fingerprint: Value };
        next: { fingerprint: Value };
        previous: { fingerprint: Value };
      };
      revoked: { fingerprint: Value };
    };
    kinds: {
      signing: {
        rotating: {
          later: { overlap: Value };
        };
      };
      identity: {
        rotating: {
          later: { overlap: Value };
        };
      };
      push: {
        rotating: {
          later: { overlap: Value };
        };
      };
    };
    rotation: {
      make: {
        text: { fingerprint: Value; when: Value };
      };
      test: {
        refused: {
          answered: { detail: Value };
          silent: { detail: Value };
        };
      };
      promote: {
        text: { overlap: Value };
      };
      promoted: { until: Value };
    };
  };
  messenger: {
    failures: {
      number: { code: Value };
      numbers: { code: Value; trace: Value };
    };
    main: {
      connectedNow: { name: Value };
      paused: { at: Value };
      tokenEnds: { at: Value; ago: Value };
      tokenEnded: { at: Value };
      checkedAt: { ago: Value };
      windows: { open: Value; closed: Value };
      phoneOf: { what: Value; language: Value };
      isOther: { language: Value };
      differs: { parts: Value };
      disconnectTitle: { name: Value };
    };
  };
  "new-bot": {
    nameFault: { nameLength: Value };
    created: { name: Value };
    connected: { shop: Value };
  };
  news: {
    figures: {
      title: { days: Value };
      overview: { days: Value };
      pushesText: { unheard: Value };
      stoppedText: { began: Value };
      failed: { count: Value };
      expired: { count: Value };
      waiting: { count: Value };
      counted: { what: Value; count: Value };
    };
  };
  notifications: {
    editTitle: { name: Value };
    added: { name: Value };
    stoppedFor: {
      failing: { at: Value };
      gone: { at: Value };
    };
    failingSince: { at: Value };
    lastSent: { ago: Value };
    testOf: { name: Value };
    testFailed: { problem: Value };
    editOf: { name: Value };
    switchOf: { what: Value; name: Value };
    removeOf: { name: Value };
    removeTitle: { name: Value };
    tries: { count: number };
    nextTry: { at: Value };
  };
  operators: {
    audit: {
      by: { actor: Value };
    };
    main: {
      signedIn: { ago: Value };
      roleOn: { bot: Value; role: Value };
      actions: { name: Value };
      letInTitle: { name: Value };
      promoteTitle: { name: Value };
      demoteTitle: { name: Value };
      removeTitle: { name: Value };
      linkFor: { email: Value };
      linkText: { until: Value };
    };
  };
  overview: {
    main: {
      lastDays: { days: Value };
      span: { from: Value; to: Value };
      zone: { zone: Value };
      comparedWith: { span: Value };
      strictSince: { day: Value };
      before: { value: Value };
      more: { share: Value };
      less: { share: Value };
      points: { points: Value };
      figures: {
        leftAfterRefusalText: { count: Value; all: Value };
        missesText: { notUnderstood: Value; outOfScope: Value; all: Value };
        thumbsText: { up: Value; down: Value };
        answeredText: { share: Value };
        notFoundText: { share: Value };
        unavailableText: { share: Value };
      };
      ms: { value: Value };
      tableOf: { title: Value };
      summary: { title: Value; parts: Value };
      inAll: { label: Value; value: Value };
      upTo: { label: Value; value: Value };
      showDeliveries: { outcome: Value };
      unanswered: {
        times: { times: number };
        conversationOf: { text: Value };
      };
    };
    people: {
      seconds: { seconds: Value };
      minutes: { minutes: Value };
      hours: { hours: Value; minutes: Value };
    };
    teach: {
      meansOf: { text: Value };
      answerOf: { text: Value };
      taughtMeans: { name: Value };
      undoOf: { text: Value };
      write: { name: Value };
      open: { name: Value };
      left: { count: Value };
    };
  };
  parts: {
    shell: {
      accountOf: { name: Value };
      waiting: { count: Value };
      called: { count: Value };
    };
    filters: {
      filters: { count: number };
    };
    pictures: {
      picture: { width: Value; height: Value; size: Value };
      pdf: { size: Value };
    };
    viewer: {
      text: { has: string; takes: string };
    };
    actor: {
      byToken: { person: Value; token: Value };
    };
  };
  people: {
    invitation: {
      linkFor: { email: Value };
      linkText: { until: Value };
      given: { who: Value };
      until: { date: Value };
      by: { actor: Value };
      revokeOf: { email: Value };
    };
    main: {
      roleOf: { name: Value };
      remove: { name: Value };
      removeTitle: { name: Value };
      lowerTitle: { role: Value };
      changed: { name: Value; role: Value };
    };
  };
  recognition: {
    explanation: {
      near: { text: Value };
    };
    modelCall: {
      took: { ms: Value };
    };
    meaning: {
      conflict: { text: Value; before: Value; after: Value };
      moreConflicts: { count: Value };
    };
  };
  settings: {
    nameFault: { nameLength: Value };
    pageIdFault: { pageIdLength: Value };
    timeNow: { time: Value };
    connected: { platform: Value };
    welcomeIn: { language: Value };
    welcomeFault: { welcomeLength: Value };
    offer: { item: Value };
    up: { item: Value };
    down: { item: Value };
    contactFault: { contactLength: Value };
    idleHoursFault: { leastIdleHours: Value; mostIdleHours: Value };
    linkPageFault: { linkPageLength: Value };
    keepConversationsFault: { leastConversationDays: Value; mostDays: Value };
    keepOthersFault: { leastDays: Value };
    removeTitle: { name: Value };
    removeConfirm: { name: Value };
  };
  shop: {
    main: {
      steps: { title: Value };
      kept: { fingerprint: Value };
      remove: { label: Value };
      found: { shop: Value };
    };
  };
  "sign-in": {
    main: {
      by: { provider: Value };
    };
  };
  telegram: {
    failures: {
      number: { code: Value };
    };
    main: {
      needsHttps: { url: Value };
      takeOverText: { button: Value };
      connectedNow: { name: Value };
      replaced: { host: Value };
      paused: { at: Value };
      pending: { count: number };
      phoneOf: { what: Value; language: Value };
      isOther: { language: Value };
      differs: { parts: Value };
      disconnectTitle: { name: Value };
    };
  };
  webhook: {
    query: {
      allKept: { count: Value };
      broken: { count: number };
      warned: { count: number };
      showKept: { count: number };
      takenFor: { what: Value };
      timeline: {
        ms: { ms: Value };
      };
      bytes: { count: Value };
      padding: { count: Value };
      items: { count: number };
      fields: { count: number };
    };
    run: {
      everything: { count: Value };
      group: {
        kept: { kept: Value; all: Value };
        fail: { count: Value };
        warn: { count: number };
        skipped: { count: Value };
      };
      progress: { done: Value; total: Value };
      verdicts: {
        bad: { count: number };
      };
      needs: { options: Value };
      exchange: { of: number; at: Value };
      took: { ms: Value };
      runBy: { when: Value; who: Value };
      history: {
        open: { when: Value };
      };
    };
    connected: {
      text: { platform: Value };
      done: {
        connected: { shop: Value };
      };
    };
    signature: {
      valueOf: { header: Value };
      match: { header: Value };
      stepSecret: { fingerprint: Value };
      stepLength: { bytes: Value };
    };
    endpoint: {
      deadlineOf: { seconds: Value };
      lastTest: { when: Value; who: Value; secret: Value };
      listening: { when: Value; who: Value };
      failingSince: { when: Value };
      stopped: {
        gone: { when: Value };
        failing: { when: Value };
      };
    };
    lookUp: {
      tooMany: { minutes: number };
    };
  };
  welcome: {
    invitation: {
      to: { bot: Value; role: Value };
      toBy: { who: Value; bot: Value; role: Value };
      console: { role: Value };
      consoleBy: { who: Value; role: Value };
    };
    main: {
      knownText: { email: Value };
    };
  };
}
