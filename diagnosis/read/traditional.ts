/** Each traditional character with its simplified one: those of the words that the readers look for, variants included. */
const PAIRS =
  '萬万與与專专東东丟丢兩两個个為为爲为麼么麽么義义習习書书爭争於于虧亏產产親亲億亿僅仅從从倉仓們们優优會会傳传側侧儲储兒儿兌兑關关內内寫写衝冲決决況况凍冻減减幾几擊击則则剛刚創创刪删' +
  '別别辦办務务動动勵励區区單单佔占卻却壓压參参發发變变號号後后嗎吗聽听啓启啟启員员響响啞哑圍围圖图場场壞坏塊块壇坛聲声處处備备復复複复夠够頭头夾夹獎奖學学實实寬宽對对導导將将嘗尝嚐尝' +
  '盡尽儘尽層层屬属師师帶带乾干幹干並并併并庫库應应廢废開开異异棄弃張张強强歸归當当錄录徹彻徑径懷怀態态總总恆恒惡恶慘惨懲惩戶户執执拋抛護护報报擔担擬拟擇择掛挂擠挤損损換换據据斂敛數数' +
  '斷断無无舊旧時时顯显機机權权條条來来構构標标棧栈欄栏樣样檔档檢检樓楼氣气沒没測测瀏浏漲涨溫温潰溃滾滚濾滤點点煉炼煩烦熱热狀状獨独環环現现電电畫画蓋盖盤盘碼码確确離离種种積积穩稳筆笔' +
  '簽签籤签簡简類类緊紧糾纠約约級级純纯線线綫线練练組组終终經经綁绑結结繞绕給给絕绝統统繼继續续維维綴缀緩缓編编緣缘縮缩網网罰罚聾聋腦脑腳脚騰腾節节範范薦荐藥药獲获穫获慮虑虛虚雖虽補补' +
  '裝装見见規规視视覽览覺觉觸触計计訂订認认討讨讓让訓训議议記记許许論论設设證证評评識识訴诉詞词譯译試试話话該该語语誤误說说説说請请讀读誰谁調调謝谢敗败質质貼贴賠赔賴赖趨趋車车轉转輪轮' +
  '載载較较輸输邊边過过運运還还這这進进遠远連连適适選选採采針针鐘钟鍾钟鈕钮鏈链鎖锁鍋锅錯错鍵键鏡镜長长門门閃闪閉闭閒闲問问間间陣阵階阶際际陸陆隨随難难靜静頁页項项順顺須须顧顾預预題题' +
  '飄飘飆飙馬马驅驱驗验驟骤裡里裏里隻只週周臺台妳你纔才註注迴回儀仪資资訊讯體体覆复著着'

const SIMPLIFIED = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, index) => [PAIRS[2 * index]!, PAIRS[2 * index + 1]!]),
)
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`)
const EACH = new RegExp(TRADITIONAL.source, 'g')

/** Words that are other ones where traditional characters are written, each of the same length. */
const WORDS: Readonly<Record<string, string>> = {
  推论: '推理',
  资料: '数据',
  程式: '程序',
  预设: '默认',
  载入: '加载',
  设定: '设置',
  伺服器: '服务器',
  档案: '文件',
}
const EACH_WORD = new RegExp(Object.keys(WORDS).join('|'), 'g')

/**
 * A text with its traditional characters made simplified, each one UTF-16 unit for one, so that `訓練` is found by the
 * words for `训练`. Only for looking for words: a character that is two words in one of the scripts is not told apart.
 */
export const simplified = (text: string): string =>
  TRADITIONAL.test(text)
    ? text.replace(EACH, (character) => SIMPLIFIED.get(character)!).replace(EACH_WORD, (word) => WORDS[word]!)
    : text
