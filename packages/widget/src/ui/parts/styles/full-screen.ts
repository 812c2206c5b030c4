/** Where the window takes the whole screen: phones, upright and lying. */
export const fullScreen = "(max-width:480px),(max-height:440px)";
