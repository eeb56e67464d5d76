// SPDX-License-Identifier: Apache-2.0
#include "schemacheck.h"

#include <QDir>
#include <QFile>
#include <QProcess>

using namespace Qt::Literals::StringLiterals;

namespace testsupport {

namespace {

constexpr int Patience = 120'000;

} // namespace

void SchemaCheck::add(const QString &schema, const QByteArray &json, bool isLines)
{
    const auto suffix = isLines ? u"ndjson"_s : u"json"_s;
    QFile file(m_folder.filePath(u"%1-%2.%3"_s.arg(m_count++).arg(schema, suffix)));
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.flush())
        qFatal("%s", qPrintable(file.errorString()));
}

QString SchemaCheck::faults() const
{
    QStringList arguments{QStringLiteral(BUCKETSCOPE_VALIDATOR),
                          QStringLiteral(BUCKETSCOPE_SCHEMAS)};
    const QFileInfoList files = QDir(m_folder.path()).entryInfoList(QDir::Files);
    for (const QFileInfo &file : files)
        arguments.append(file.filePath());
    QProcess validator;
    validator.start(QStringLiteral(BUCKETSCOPE_PYTHON), arguments);
    if (!validator.waitForFinished(Patience))
        return validator.errorString();
    const QString said = QString::fromUtf8(validator.readAllStandardError());
    return validator.exitCode() == 0 ? QString()
                                     : u"exit code %1: "_s.arg(validator.exitCode()) + said;
}

} // namespace testsupport
