/**
 * Whoever tries out a webhook asks once a minute; whoever walks through a shop's orders asks all day.
 * Counted for each operator and bot, over all nodes and all tokens of that operator.
 */
export const maxLookupsAnHour = 60;
