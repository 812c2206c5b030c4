/**
 * An operator who tries out a webhook sends one query a minute; one who walks through a shop's orders sends them all
 * day. Counted for each operator and bot, over all nodes and all tokens of that operator.
 */
export const maxLookupsAnHour = 60;
