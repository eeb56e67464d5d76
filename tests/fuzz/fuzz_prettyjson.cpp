// SPDX-License-Identifier: Apache-2.0
// Answers with their JSON indented. The first byte means nothing.
#include "base/texts/hiddentext.h"
#include "fuzzing.h"
#include "share/report/prettyjson.h"

#include <QJsonDocument>

using fuzzing::require;

namespace {

/// JSON without the space between its tokens.
QByteArray squeezed(const QByteArray &json)
{
    QByteArray out;
    bool isInString = false;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (!isInString && (c == ' ' || c == '\n' || c == '\r' || c == '\t'))
            continue;
        out += c;
        if (c == '"')
            isInString = !isInString;
        else if (isInString && c == '\\' && at + 1 < json.size())
            out += json[++at];
    }
    return out;
}

} // namespace

int LLVMFuzzerTestOneInput(const uchar *data, std::size_t size)
{
    const QByteArray answer = fuzzing::Input(data, size).bytes();
    const QString pretty = share::prettyJson(answer);
    QJsonParseError problem;
    QJsonDocument::fromJson(answer, &problem);
    // Qt takes some bytes that are no UTF-8; they are replaced.
    if (problem.error != QJsonParseError::NoError || QString::fromUtf8(answer).toUtf8() != answer)
        return 0;
    const QByteArray utf8 = pretty.toUtf8();
    require(share::prettyJson(utf8) == pretty, "what is indented stays as it is");
    const QByteArray escaped = base::jsonWithEscapes(answer, base::Hiding::Harmful);
    const bool isLeftAsItIs = utf8 == answer; // Qt takes some JSON that is none.
    require(isLeftAsItIs || squeezed(utf8) == squeezed(escaped),
            "only space changes, and what hides");
    QJsonDocument::fromJson(utf8, &problem);
    require(problem.error == QJsonParseError::NoError, "what was JSON is JSON");
    return 0;
}
