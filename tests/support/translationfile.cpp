// SPDX-License-Identifier: Apache-2.0
#include "tests/support/translationfile.h"

#include <QFile>
#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;

namespace testsupport {

QList<TranslatedMessage> readTranslationFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<TranslatedMessage> messages;
    QString context;
    bool hasPlurals = false;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            hasPlurals = xml.attributes().hasAttribute(u"numerus"_s);
        } else if (xml.name() == u"source") {
            messages.append({context, xml.readElementText(), {}, true});
        } else if (xml.name() == u"translation") {
            messages.last().isFinished = !xml.attributes().hasAttribute(u"type"_s);
            if (!hasPlurals)
                messages.last().translations.append(xml.readElementText());
        } else if (xml.name() == u"numerusform") {
            messages.last().translations.append(xml.readElementText());
        }
    }
    return messages;
}

} // namespace testsupport
