from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('profiles', '0003_excerpts_quote_what_is_found'),
    ]

    operations = [
        migrations.AlterField(
            model_name='election',
            name='method',
            field=models.CharField(choices=[('direct', 'Direct'), ('indirect', 'Indirect'), ('not_stated', 'Not stated')], default='direct', help_text='Who votes.', max_length=10),
        ),
        migrations.AlterField(
            model_name='electionhistory',
            name='method',
            field=models.CharField(choices=[('direct', 'Direct'), ('indirect', 'Indirect'), ('not_stated', 'Not stated')], default='direct', help_text='Who votes.', max_length=10),
        ),
    ]
