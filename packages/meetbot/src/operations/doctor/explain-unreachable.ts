import { DatabaseError } from "pg";
import { NoPrimaryError } from "../../platform/postgres/clients.ts";
import { type Check, fail } from "./check.ts";

/** PostgreSQL's error codes for problems that an operator can fix in the URL or at the server. */
const todos: Readonly<Record<string, string>> = {
  "28P01": "Correct the name and password in MEETBOT_DATABASE_URL.",
  "28000": "Let the role in by pg_hba.conf, or correct the name in MEETBOT_DATABASE_URL.",
  "3D000": "Make the database: create database meetbot owner meetbot encoding 'UTF8'",
  "53300": "Raise max_connections, or put a pooler before the server: a node takes 15 connections.",
  "57P03": "Wait until the server has started.",
};

/** Explains why a database cannot be reached, and what to do about it. */
export function explainUnreachable(error: unknown): Check {
  if (error instanceof NoPrimaryError) {
    return fail("database", error.message, "Start the primary, or correct MEETBOT_DATABASE_URL.");
  }
  if (error instanceof DatabaseError) {
    const todo = todos[error.code ?? ""] ?? "See the log of the PostgreSQL server.";
    return fail("database", `the server refuses: ${error.message}`, todo);
  }
  const { code = "", syscall, message } = error as NodeJS.ErrnoException;
  if (syscall === "open") {
    return fail("database", message, "Correct sslrootcert, sslcert or sslkey in the URL.");
  }
  if (/CERT|SIGNED|UNABLE_TO_/.test(code)) {
    const todo =
      "Name the file of the CA that signed it by sslrootcert in the URL, and the host as the certificate has it.";
    return fail("database", `the server's certificate is not trusted: ${message}`, todo);
  }
  if (/does not support SSL/.test(message)) {
    return fail(
      "database",
      message,
      "Switch TLS on at the server, or take sslmode out of the URL.",
    );
  }
  const todo = "Start the server, or correct the host and port in MEETBOT_DATABASE_URL.";
  return fail("database", `the server cannot be reached (${code || message})`, todo);
}
