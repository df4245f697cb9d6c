import { theme as antd, type ThemeConfig } from 'antd'
import { readTokens, type Theme } from '../lib/theme.ts'

const NAMES = [
  ...(['--app', '--chrome', '--pane', '--sunk', '--hover', '--line', '--line-2', '--t1', '--t2', '--t3'] as const),
  ...(['--accent', '--accent-2', '--on-accent', '--ins', '--del', '--tgt', '--pop', '--font-ui'] as const),
  ...(['--fs-sm', '--fs-ui', '--fs-lg', '--lh-ui', '--h-ctl', '--h-ctl-sm', '--h-ctl-lg', '--h-row'] as const),
  ...(['--r-tag', '--r-ctl', '--r-pop'] as const),
] as const
type Tokens = Readonly<Record<(typeof NAMES)[number], string>>

/** The antd theme of the tokens, as values: antd's colour arithmetic cannot read `var()`. */
export function antdTheme(theme: Theme): ThemeConfig {
  const tokens = readTokens(theme, NAMES)
  const pixels = (name: keyof Tokens) => Number.parseFloat(tokens[name])
  const control = {
    controlHeight: pixels('--h-ctl'),
    controlHeightSM: pixels('--h-ctl-sm'),
    controlHeightLG: pixels('--h-ctl-lg'),
    borderRadius: pixels('--r-ctl'),
    borderRadiusSM: pixels('--r-ctl'),
    borderRadiusLG: pixels('--r-pop'),
    borderRadiusXS: pixels('--r-tag'),
  }
  return {
    algorithm: theme === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      ...control,
      ...colours(tokens),
      fontFamily: tokens['--font-ui'],
      fontSize: pixels('--fs-ui'),
      fontSizeSM: pixels('--fs-sm'),
      fontSizeLG: pixels('--fs-lg'),
      lineHeight: pixels('--lh-ui') / pixels('--fs-ui'),
      lineWidth: 1,
      wireframe: false,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.12s',
      boxShadow: tokens['--pop'],
      boxShadowSecondary: tokens['--pop'],
      boxShadowTertiary: 'none',
    },
    components: components(tokens),
  }
}

function colours(tokens: Tokens): NonNullable<ThemeConfig['token']> {
  return {
    colorPrimary: tokens['--accent'],
    colorPrimaryHover: tokens['--accent'],
    colorPrimaryActive: tokens['--accent'],
    colorInfo: tokens['--accent'],
    colorLink: tokens['--accent'],
    colorSuccess: tokens['--ins'],
    colorWarning: tokens['--tgt'],
    colorError: tokens['--del'],
    colorText: tokens['--t1'],
    colorTextSecondary: tokens['--t2'],
    colorTextTertiary: tokens['--t3'],
    colorTextQuaternary: tokens['--t3'],
    colorTextPlaceholder: tokens['--t3'],
    colorTextDisabled: tokens['--t3'],
    colorTextLightSolid: tokens['--on-accent'],
    colorBgLayout: tokens['--app'],
    colorBgContainer: tokens['--pane'],
    colorBgElevated: tokens['--pane'],
    colorBgSpotlight: tokens['--t1'],
    colorFillTertiary: tokens['--hover'],
    colorFillSecondary: tokens['--hover'],
    colorFillQuaternary: tokens['--sunk'],
    colorBorder: tokens['--line-2'],
    colorBorderSecondary: tokens['--line'],
    colorSplit: tokens['--line'],
    controlItemBgHover: tokens['--hover'],
    controlItemBgActive: tokens['--accent-2'],
    controlItemBgActiveHover: tokens['--accent-2'],
    controlOutline: 'transparent',
    controlOutlineWidth: 0,
  }
}

function components(tokens: Tokens): NonNullable<ThemeConfig['components']> {
  return {
    Select: {
      optionHeight: Number.parseFloat(tokens['--h-row']),
      optionPadding: '4px 8px',
      optionSelectedBg: tokens['--accent-2'],
      optionSelectedColor: tokens['--accent'],
      optionActiveBg: tokens['--hover'],
    },
    Dropdown: { paddingBlock: 4, controlPaddingHorizontal: 10 },
    Modal: { titleFontSize: Number.parseFloat(tokens['--fs-lg']), boxShadow: tokens['--pop'] },
    Tooltip: { colorBgSpotlight: tokens['--t1'], colorTextLightSolid: tokens['--pane'] },
    Switch: { trackHeight: 16, trackMinWidth: 28, handleSize: 12, trackPadding: 2 },
  }
}
