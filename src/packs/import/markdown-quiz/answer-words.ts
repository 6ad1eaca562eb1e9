/** The words that mark questions and answers in the languages such lists are found in, without accents, in small letters. */

const list = (words: string): string[] => words.split('|').map(plain);

const ANSWER = list(
  'answer|answers|ans|correct answer|correct answers|right answer|correct option|correct options|correct choice|correct|the answer|the correct answer|the right answer|' +
    'model answer|sample answer|expected answer|answer key|key|solution|solutions|suggested answer|suggested answers|' +
    'respuesta|respuestas|respuesta correcta|respuestas correctas|la respuesta correcta|solución|soluciones|' +
    'antwort|antworten|richtige antwort|die richtige antwort|korrekte antwort|lösung|lösungen|' +
    'réponse|réponses|répondre|bonne réponse|réponse correcte|bonnes réponses|la bonne réponse|solution|' +
    'resposta|respostas|resposta correta|resposta certa|gabarito|solução|' +
    'risposta|risposte|risposta corretta|risposta esatta|soluzione|' +
    'antwoord|juiste antwoord|correcte antwoord|oplossing|odpowiedź|poprawna odpowiedź|odpowiedzi|rozwiązanie|' +
    'ответ|ответы|правильный ответ|верный ответ|правильные ответы|решение|відповідь|правильна відповідь|' +
    'odgovor|tačan odgovor|odpověď|správná odpověď|răspuns|răspuns corect|raspuns|përgjigja|përgjigje|cevap|doğru cevap|yanıt|' +
    'jawaban|kunci jawaban|svar|rätt svar|riktig svar|vastaus|đáp án|đáp án đúng|trả lời|คำตอบ|คำตอบที่ถูกต้อง|' +
    'الإجابة|الاجابة|إجابة|الجواب|الإجابة الصحيحة|الحل|תשובה|उत्तर|सही उत्तर|答案|正确答案|正確答案|参考答案|解答|答|答え|正解|回答|해답|답|정답',
);
const EXPLANATION = list(
  'explanation|explanations|rationale|reason|reasoning|why|note|notes|feedback|details|justification|distractor analysis|reference|references|example|explained|' +
    'explicación|erklärung|begründung|erläuterung|explication|explicação|spiegazione|uitleg|wyjaśnienie|объяснение|пояснение|пояснення|' +
    'açıklama|penjelasan|giải thích|解释|解釋|解析|説明|解説|해설|설명',
);
const HINT = list('hint|hints|tip|pista|hinweis|tipp|indice|dica|suggerimento|подсказка|提示|ヒント|힌트');
const OPTIONS = list('options|choices|answer choices|answer options|possible answers|opciones|optionen|opções|opzioni|варианты|варианты ответа|选项|選択肢');
const QUESTION = list(
  'q|question|questions|ques|quest|exercise|problem|task|mcq|pregunta|frage|aufgabe|question n|pergunta|questão|domanda|вопрос|питання|vraag|pytanie|pitanje|soru|' +
    'câu|câu hỏi|kysymys|fråga|întrebare|otázka|pyetja|pertanyaan|soal|السؤال|سؤال|प्रश्न|คำถาม|题|问题|问|問題|問|質問|質問|문제|질문',
);
const TRUE = list('true|verdadero|wahr|richtig|vrai|verdadeiro|vero|waar|prawda|верно|правда|istina|doğru|benar|sant|sann|đúng|正确|對|对|正しい|参|참');
const FALSE = list('false|falso|falsch|faux|fałsz|onwaar|неверно|ложь|неправда|netačno|yanlış|salah|falskt|sai|错误|错|錯|誤り|거짓');

export const isAnswerWord = among(ANSWER);
export const isExplanationWord = among(EXPLANATION);
export const isHintWord = among(HINT);
export const isOptionsWord = among(OPTIONS);
export const isQuestionWord = among(QUESTION);

/** null: neither. */
export function truthOf(words: string): boolean | null {
  const folded = plain(words);
  if (TRUE.includes(folded)) return true;
  return FALSE.includes(folded) ? false : null;
}

function among(words: readonly string[]): (text: string) => boolean {
  const known = new Set(words);
  return (text) => known.has(plain(text));
}

/** Small letters without accents, one space between words. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
