/** The screens on which the window is full-screen: phones, in portrait and landscape. */
export const fullScreen = "(max-width:480px),(max-height:440px)";
