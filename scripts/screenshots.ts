/** `npm run screenshots`: the documentation's pictures, into docs/pictures/. */
import { relative, resolve } from 'node:path'
import { ensureChinese, findOrInstallChromium } from './browser'
import { buildExtension } from './build'
import { allLooks, allPictures, aroundPanel, takePicture } from './showcase'
import { takeOwnPages } from './showcase-own-pages'

const root = resolve(import.meta.dirname, '..')

try {
  await buildExtension()
  const { executablePath } = await findOrInstallChromium()
  await ensureChinese(executablePath)
  for (const picture of allPictures) {
    const { path } = await takePicture(picture, resolve(root, 'docs/pictures'), {
      executablePath,
      deviceScaleFactor: 1.5,
      clip: aroundPanel,
    })
    console.log(relative(root, path))
  }
  for (const look of allLooks.filter(({ scheme }) => scheme === 'light'))
    for (const path of await takeOwnPages(look, resolve(root, 'docs/pictures'), { executablePath }))
      console.log(relative(root, path))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
