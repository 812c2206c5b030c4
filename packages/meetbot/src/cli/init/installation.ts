import { ConfigError, readConfig } from "../../config.ts";

/** Variables as they are written into a file. */
export type Variables = Record<string, string>;

/** The operator's answers for a new installation. */
export interface Answers {
  /** A folder, or the URL of a PostgreSQL database. */
  data: string;
  /** The URL that customers reach it by; empty: it is for this machine. */
  url: string;
  port: string;
  smtpUrl: string;
  mailFrom: string;
}

/** Returns the variables for where data is stored: in a folder, or in the operator's own database. */
export function dataVariables(data: string): Variables {
  const isDatabase = /^postgres(?:ql)?:/.test(data);
  return { [isDatabase ? "MEETBOT_DATABASE_URL" : "MEETBOT_DATA_DIR"]: data };
}

/** By which address, or on which port, it is reached. */
export function placeVariables({ url, port }: Pick<Answers, "url" | "port">): Variables {
  return {
    ...(url && { MEETBOT_PUBLIC_URL: url }),
    ...(port && { MEETBOT_PORT: port }),
  };
}

/** By which server mails go out, and from whom. */
export function mailVariables({ smtpUrl, mailFrom }: Pick<Answers, "smtpUrl" | "mailFrom">) {
  return {
    ...(smtpUrl && { MEETBOT_SMTP_URL: smtpUrl }),
    ...(mailFrom && { MEETBOT_MAIL_FROM: mailFrom }),
  };
}

/**
 * Returns all variables of an installation, with absolute paths; calls `newKey` if the operator provides the database.
 */
export function variablesOf(answers: Answers, newKey: () => string): Variables {
  const data = dataVariables(answers.data);
  return {
    ...(data.MEETBOT_DATABASE_URL
      ? { ...data, MEETBOT_MASTER_KEY: newKey() }
      : { MEETBOT_DATA_DIR: readConfig(data).dataDir }),
    ...placeVariables(answers),
    ...mailVariables(answers),
  };
}

/** Returns the error with which a server would reject these variables; nothing if it would start. */
export function faultOf(variables: Variables): string | undefined {
  try {
    readConfig({ MEETBOT_MASTER_KEY: "not made yet", ...variables });
    return undefined;
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}
