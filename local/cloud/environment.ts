/** The one environment and mini-program that the local cloud stands for. */
export const ENV_ID = 'local'
export const APP_ID = 'wxlocal'
