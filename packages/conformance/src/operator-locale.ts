/** The languages of operators and testers: the console's, the reports' and the front page's; not the customers'. */
export type OperatorLocale = "en" | "zh";
