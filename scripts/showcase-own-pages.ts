import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type InterfaceLanguage, launchExtensionBrowser } from './extension-browser'
import type { Scheme } from './showcase'
import { severalAtOnce } from './showcase-several'

/** What is in the paste box on the pictures: an environment with the fault, and the log that gives it away. */
const paste = `accelerate==0.28.0
datasets==2.18.0
peft==0.9.0
torch==2.1.2+cu121
transformers==4.38.2

--model_name_or_path THUDM/chatglm3-6b
{'loss': 4.7184, 'grad_norm': 2.4062, 'learning_rate': 9.9e-05, 'epoch': 0.01}
{'loss': 0.0, 'grad_norm': nan, 'learning_rate': 9.8e-05, 'epoch': 0.02}
{'loss': 0.0, 'grad_norm': nan, 'learning_rate': 9.7e-05, 'epoch': 0.03}
`

/** The extension's own pages, and the width that each is seen at. */
const ownPages = [
  { name: 'popup', width: 460, pasted: paste },
  { name: 'popup', as: 'popup-several', width: 460, pasted: `THUDM/chatglm3-6b\n${severalAtOnce}` },
  { name: 'check', width: 1000, pasted: paste },
  { name: 'options', width: 880 },
  { name: 'welcome', width: 1000 },
  { name: 'catalogue', width: 880 },
]

/** Pictures of the extension's own pages into a folder, in one language and scheme; returns their paths. */
export async function takeOwnPages(
  look: { language: InterfaceLanguage; scheme: Scheme },
  folder: string,
  options: { executablePath: string; deviceScaleFactor?: number },
): Promise<string[]> {
  const { language, scheme } = look
  const browser = await launchExtensionBrowser({ ...options, language, colorScheme: scheme })
  await mkdir(folder, { recursive: true })
  const paths: string[] = []
  try {
    for (const { name, as = name, width, pasted } of ownPages) {
      const page = await browser.context.newPage()
      await page.setViewportSize({ width, height: 700 })
      await page.goto(new URL(`/${name}.html`, browser.background.url()).href)
      await page.locator('main').waitFor()
      if (pasted) {
        await page.locator('textarea').fill(pasted)
        await page.locator('.answer .badge').first().waitFor()
      }
      const path = join(folder, `${as}-${scheme}-${language === 'zh-CN' ? 'zh' : 'en'}.png`)
      await page.screenshot({ path, animations: 'disabled', fullPage: true })
      paths.push(path)
      await page.close()
    }
  } finally {
    await browser.close()
  }
  return paths
}
