// SPDX-License-Identifier: Apache-2.0
#include "accounts/secrets/secret.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// What the system says of the memory at an address: the flags in its part of smaps (proc(5)).
QString flagsAt(const void *memory)
{
    const auto address = reinterpret_cast<quintptr>(memory);
    QFile file(u"/proc/self/smaps"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression range(u"^([0-9a-f]+)-([0-9a-f]+) "_s);
    bool isInside = false;
    const auto lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (const auto match = range.match(line); match.hasMatch())
            isInside = match.captured(1).toULongLong(nullptr, 16) <= address
                && address < match.captured(2).toULongLong(nullptr, 16);
        else if (isInside && line.startsWith(u"VmFlags:"))
            return line + u' ';
    }
    return {};
}

} // namespace

/// No image that the system writes of the program has a secret in it.
class DumpPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesSecretsOut_data();
    void leavesSecretsOut();
};

void DumpPagesTest::leavesSecretsOut_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("a private key") << qsizetype(36);
    QTest::newRow("over several pages") << qsizetype(20'000);
}

void DumpPagesTest::leavesSecretsOut()
{
    QFETCH(const qsizetype, size);
    const auto secret = accounts::Secret::fromUtf8(QByteArray(size, 'x'));
    const QByteArrayView bytes = secret.bytes();
    const QString atFirst = flagsAt(bytes.data());
    if (atFirst.isEmpty())
        QSKIP("The system says nothing of memory.");
    QVERIFY2(atFirst.contains(u" dd "), qPrintable(atFirst));
    QVERIFY(flagsAt(bytes.data() + bytes.size() - 1).contains(u" dd "));
}

QTEST_APPLESS_MAIN(DumpPagesTest)
#include "tst_dumppages.moc"
