// SPDX-License-Identifier: Apache-2.0
#include "tests/support/recordlist.h"

#include <QString>

using namespace Qt::Literals::StringLiterals;

namespace testsupport {

namespace {

QString hexOf(quint32 seconds, int number)
{
    return QString::number(seconds, 16).rightJustified(8, u'0')
        + QString::number(number, 16).rightJustified(16, u'0');
}

RecordRow madeRow(int number)
{
    constexpr quint32 FirstSecond = 0x65000000;
    constexpr int RowsPerProject = 400;
    constexpr int Providers = 3;
    const int project = number / RowsPerProject;
    RecordRow row;
    row.project = *atlas::ProjectId::fromHex(hexOf(FirstSecond, project));
    row.projectName = "payments-prod-" + QByteArray::number(project);
    row.id = *atlas::BucketId::fromHex(hexOf(FirstSecond + quint32(number), number));
    row.text(atlas::BucketField::Name) = "ledger-exports-" + QByteArray::number(number);
    row.text(atlas::BucketField::RoleId) =
        "60113b5e0a0c4e3d2b1" + QByteArray::number(10'000 + number % 40);
    switch (number % Providers) {
    case 0:
        row.text(atlas::BucketField::Provider) = "AWS";
        row.text(atlas::BucketField::Region) = "ap-northeast-2";
        row.flag(atlas::BucketField::PrivateNetworking) = number % 2 == 0;
        break;
    case 1:
        row.text(atlas::BucketField::Provider) = "AZURE";
        row.text(atlas::BucketField::ServiceUrl) = "https://ledgerexports.blob.core.windows.net";
        row.text(atlas::BucketField::TenantId) = "4297fc77-1592-4de8-a6d5-a8c32401df87";
        break;
    default:
        row.text(atlas::BucketField::Provider) = "GCP";
    }
    return row;
}

} // namespace

share::BucketRecord RecordRow::record() const
{
    const auto view = [](const QByteArray &text) {
        return QByteArrayView(text);
    };
    return {{texts.mapped(view), flags}, project, projectName, id, unknownFields,
            use ? &*use : nullptr};
}

QList<RecordRow> RecordList::made(int count)
{
    QList<RecordRow> rows;
    rows.reserve(count);
    for (int number = 0; number < count; ++number)
        rows.append(madeRow(number));
    return rows;
}

} // namespace testsupport
