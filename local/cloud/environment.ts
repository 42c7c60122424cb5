/** The one environment and mini-program that the local cloud stands for. */
export const ENV_ID = 'gongjia-local'
export const APP_ID = 'wxlocal'
